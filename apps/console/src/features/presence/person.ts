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

/** "Ada Lovelace" → "AL"; one word gives its first two letters. */
export function initials(name: string): string {
  return shortened(name, 1)
}

/** No more letters of a first name than these. */
const mostLetters = 3

/** Person → their initials, with more of the first name where several have the same: "AdL" and "AlL". */
export function tellingInitials(
  people: Iterable<{ readonly id: string; readonly name: string }>,
): ReadonlyMap<string, string> {
  const names = new Map([...people].map(({ id, name }) => [id, name]))
  const telling = new Map<string, string>()
  for (let letters = 1; letters <= mostLetters; letters++) {
    const shared = repeated([...names.values()].map((name) => shortened(name, letters)))
    for (const [id, name] of names) {
      const short = shortened(name, letters)
      if (!telling.has(id) && (!shared.has(short) || letters === mostLetters)) telling.set(id, short)
    }
  }
  return telling
}

function repeated(texts: readonly string[]): ReadonlySet<string> {
  return new Set(texts.filter((text, at) => texts.indexOf(text) !== at))
}

/** So many letters of the first name and one of the last; of a name of one word one letter more. */
function shortened(name: string, letters: number): string {
  const words = name.trim().split(/\s+/)
  const [first = '', last = ''] = [words[0], words.length > 1 ? words.at(-1) : '']
  if (first === '') return '?'
  return capital(lettersOf(first, last === '' ? letters + 1 : letters)) + capital(lettersOf(last, 1))
}

const segmenter = new Intl.Segmenter()

/** As somebody reads them: what is one sign stays whole, whatever it is made of. */
function lettersOf(word: string, count: number): string {
  return [...segmenter.segment(word)]
    .slice(0, count)
    .map(({ segment }) => segment)
    .join('')
}

function capital(letters: string): string {
  const [first = ''] = letters
  return first.toLocaleUpperCase() + letters.slice(first.length)
}
