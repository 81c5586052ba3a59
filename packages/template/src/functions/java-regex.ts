import { spendSearch } from '../budget.ts'
import { searchSteps } from './regex-cost.ts'

interface JavaRegex {
  readonly regex: RegExp
  readonly steps: (length: number) => number
}

/**
 * A Java regular expression as JavaScript's, for a search in this text; null when it can't be read. Throws
 * TEMPLATE_BUDGET when the searches of a render take too long: the engine can't be stopped and holds all else up.
 */
export function regexFor(pattern: string, text: string): RegExp | null {
  const found = javaRegex(pattern)
  if (found === null) return null
  spendSearch(found.steps(text.length), pattern)
  return found.regex
}

/** Whether no text is short enough for this expression, so that every search with it is refused. */
export function isEndless(pattern: string): boolean {
  const found = javaRegex(pattern)
  return found !== null && !Number.isFinite(found.steps(1))
}

function javaRegex(pattern: string): JavaRegex | null {
  const known = cache.get(pattern)
  if (known !== undefined) return known
  const regex = translate(pattern)
  const found = regex && { regex, steps: searchSteps(regex) }
  if (cache.size >= 200) cache.clear()
  cache.set(pattern, found)
  return found
}

/** A Java replacement: `$1` is a group, a backslash makes the next character plain. Null when a group is missing. */
export function expandReplacement(
  replacement: string,
  groups: readonly (string | undefined)[],
): string | null {
  if (!/[$\\]/.test(replacement)) return replacement
  let text = ''
  for (let i = 0; i < replacement.length; i++) {
    const char = replacement.charAt(i)
    if (char === '\\') text += replacement.charAt(++i)
    else if (char === '$') {
      const digit = replacement.charCodeAt(++i) - 48
      if (!(digit >= 0 && digit < groups.length)) return null
      text += groups[digit] ?? ''
    } else text += char
  }
  return text
}

const cache = new Map<string, JavaRegex | null>()

const classes: ReadonlyMap<string, string> = new Map([
  ['Alpha', 'a-zA-Z'],
  ['Digit', '0-9'],
  ['Alnum', 'a-zA-Z0-9'],
  ['Upper', 'A-Z'],
  ['Lower', 'a-z'],
  ['Punct', '!-\\/:-@\\[-`{-~'],
  ['Space', '\\s'],
  ['Blank', ' \\t'],
  ['XDigit', '0-9a-fA-F'],
])

/**
 * Differences that templates meet are translated: leading flags `(?i)`, `\Q…\E`, POSIX classes, `\A \z \Z \h`,
 * possessive and atomic forms (which only save backtracking).
 */
function translate(pattern: string): RegExp | null {
  const lead = /^\(\?([ims]+)\)/.exec(pattern)
  const flags = `g${lead?.[1] ?? ''}`
  const source = pattern
    .slice(lead?.[0].length ?? 0)
    .replace(/\\Q([\s\S]*?)(?:\\E|$)/g, (_, literal: string) =>
      literal.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&'),
    )
    .replace(/(\\\\)|\\([AzZhRx])(?![{\w])/g, (whole, escaped?: string, letter?: string) =>
      escaped === undefined ? (anchors.get(letter ?? '') ?? whole) : whole,
    )
    .replace(/(\[[^\]]*)?\\p\{(\w+)\}/g, (whole, open: string | undefined, name: string) => {
      const range = classes.get(name)
      if (range === undefined) return whole
      return open === undefined ? `[${range}]` : `${open}${range}`
    })
    .replace(/(\\.)|([*+?}])\+/g, (whole, escaped?: string, quantifier?: string) =>
      escaped === undefined ? (quantifier ?? whole) : whole,
    )
    .replaceAll('(?>', '(?:')
  try {
    return new RegExp(source, [...new Set(flags)].join(''))
  } catch (error) {
    if (error instanceof SyntaxError) return null
    throw error
  }
}

const anchors: ReadonlyMap<string, string> = new Map([
  ['A', '^'],
  ['z', '$'],
  ['Z', '$'],
  ['h', '[ \\t]'],
  ['R', '(?:\\r\\n|[\\n\\r])'],
])
