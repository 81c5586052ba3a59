/** Hues that tell people apart without being read as added, changed or removed; each bears white text (AA). */
const hues = [250, 300, 340, 200, 275, 225, 320, 0]

/** How a label of somebody is filled; the page's own text colour would change with the theme, this does not. */
export function personFill(userId: string): { readonly background: string; readonly color: string } {
  return { background: personColour(userId), color: 'white' }
}

/** The colour of somebody, the same everywhere and for everyone. It only goes with a name or initials. */
export function personColour(userId: string): string {
  let sum = 0
  for (const char of userId) sum = (sum * 31 + char.codePointAt(0)!) % 65_521
  return `oklch(0.52 0.13 ${hues[sum % hues.length]})`
}

/** "Ada Lovelace" → "AL"; one word gives one letter. */
export function initials(name: string): string {
  const words = name.trim().split(/\s+/)
  const [first = '?', last] = [words[0]?.[0], words.length > 1 ? words.at(-1)?.[0] : undefined]
  return (first + (last ?? '')).toLocaleUpperCase()
}
