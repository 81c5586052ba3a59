/** Pure reading of shortcut strings, `mod+shift+z` or a sequence `g r`. */

export const isMac = typeof navigator !== 'undefined' && /Mac|iPhone|iPad/.test(navigator.platform)

interface Keystroke {
  readonly key: string
  readonly mod: boolean
  readonly shift: boolean
  readonly alt: boolean
}

export interface KeyLike {
  readonly key: string
  readonly metaKey: boolean
  readonly ctrlKey: boolean
  readonly shiftKey: boolean
  readonly altKey: boolean
}

function parseKeystroke(text: string): Keystroke {
  const parts = text === '+' ? ['+'] : text.split('+')
  const key = (parts.at(-1) ?? '').toLowerCase()
  const modifiers = new Set(parts.slice(0, -1).map((part) => part.toLowerCase()))
  // A space is what parts the keys of a sequence, so the key has its name.
  return {
    key: key === 'space' ? ' ' : key,
    mod: modifiers.has('mod'),
    shift: modifiers.has('shift'),
    alt: modifiers.has('alt'),
  }
}

function matches(stroke: Keystroke, event: KeyLike): boolean {
  const mod = isMac ? event.metaKey : event.ctrlKey
  const other = isMac ? event.ctrlKey : event.metaKey
  // A printed sign such as "?" needs shift on some layouts and not on others, so shift only counts for letters and names.
  const shiftMatters = /^[a-z]$/.test(stroke.key) || stroke.key.length > 1 || stroke.key === ' '
  return (
    event.key.toLowerCase() === stroke.key &&
    mod === stroke.mod &&
    !other &&
    event.altKey === stroke.alt &&
    (!shiftMatters || event.shiftKey === stroke.shift)
  )
}

/** How far the typed keys (oldest first) are through a shortcut: none of it, a beginning of it, or all of it. */
export function shortcutProgress(shortcut: string, typed: readonly KeyLike[]): 'no' | 'partial' | 'complete' {
  const strokes = shortcut.split(' ').map(parseKeystroke)
  if (typed.length > strokes.length) return 'no'
  for (const [index, event] of typed.entries()) {
    const stroke = strokes[index]
    if (!stroke || !matches(stroke, event)) return 'no'
  }
  return typed.length === strokes.length ? 'complete' : 'partial'
}

const macNames: Readonly<Record<string, string>> = { mod: '⌘', shift: '⇧', alt: '⌥' }
const pcNames: Readonly<Record<string, string>> = { mod: 'Ctrl', shift: 'Shift', alt: 'Alt' }
const keyNames: Readonly<Record<string, string>> = {
  arrowup: '↑',
  arrowdown: '↓',
  arrowleft: '←',
  arrowright: '→',
  enter: '↵',
  escape: 'Esc',
  delete: 'Del',
  space: 'Space',
}

/** The keys to print, one list per keystroke of the sequence: `mod+k` → [['⌘','K']]. */
export function shortcutKeys(shortcut: string, mac = isMac): string[][] {
  return shortcut.split(' ').map((text) => {
    const parts = text === '+' ? ['+'] : text.split('+')
    return parts.map((part) => {
      const name = part.toLowerCase()
      return (
        (mac ? macNames : pcNames)[name] ?? keyNames[name] ?? (part.length === 1 ? part.toUpperCase() : part)
      )
    })
  })
}
