import { assertTextLength } from '../budget.ts'
import { print } from '../values/print.ts'
import { JavaList, javaList, type Value } from '../values/value.ts'
import { expandReplacement, regexFor } from './java-regex.ts'
import { indexOf, type Method, method, methodTable } from './method.ts'
import { objectMethods } from './object.ts'

/** The methods of `java.lang.String`. */
const methods: readonly Method<string>[] = [
  method('length', 0, 'Number of characters (UTF-16 units).', (text) => text.length),
  method('isEmpty', 0, 'True when there are no characters.', (text) => text === ''),
  method('charAt', 1, 'The character at an index.', (text, [at]) => {
    const index = indexOf(at)
    return index !== undefined && index >= 0 && index < text.length ? text.charAt(index) : null
  }),
  method('substring', [1, 2], 'From an index, up to and without a second one.', (text, [from, to]) => {
    const start = indexOf(from)
    const end = to === undefined ? text.length : indexOf(to)
    const inside =
      start !== undefined && end !== undefined && start >= 0 && end >= start && end <= text.length
    return inside ? text.slice(start, end) : null
  }),
  method('indexOf', [1, 2], 'Index of the first occurrence, or -1.', (text, [part = null, from]) =>
    text.indexOf(print(part), indexOf(from) ?? 0),
  ),
  method('lastIndexOf', [1, 2], 'Index of the last occurrence, or -1.', (text, [part = null, from]) =>
    text.lastIndexOf(print(part), indexOf(from) ?? text.length),
  ),
  method(
    'contains',
    1,
    'True when a text occurs in it.',
    (text, [part = null]) => part !== null && text.includes(print(part)),
  ),
  method(
    'startsWith',
    [1, 2],
    'True when it begins with a text, from an index.',
    (text, [part = null, from]) => text.startsWith(print(part), indexOf(from) ?? 0),
  ),
  method('endsWith', 1, 'True when it ends with a text.', (text, [part = null]) =>
    text.endsWith(print(part)),
  ),
  method(
    'equalsIgnoreCase',
    1,
    'Equal but for upper and lower case.',
    (text, [other]) => typeof other === 'string' && text.toLowerCase() === other.toLowerCase(),
  ),
  method('compareTo', 1, 'Negative, 0 or positive by the order of characters.', (text, [other]) =>
    compare(text, other),
  ),
  method('compareToIgnoreCase', 1, 'compareTo without regard to case.', (text, [other]) =>
    compare(text.toLowerCase(), typeof other === 'string' ? other.toLowerCase() : other),
  ),
  method('concat', 1, 'With a text after it.', (text, [other = null]) => {
    const joined = text + print(other)
    assertTextLength(joined.length)
    return joined
  }),
  method('toUpperCase', 0, 'In upper case.', (text) => text.toUpperCase()),
  method('toLowerCase', 0, 'In lower case.', (text) => text.toLowerCase()),
  method('trim', 0, 'Without blanks at both ends.', (text) => text.trim()),
  method('strip', 0, 'Without white space at both ends.', (text) => text.trim()),
  method('isBlank', 0, 'True when there is nothing but white space.', (text) => text.trim() === ''),
  method('repeat', 1, 'The text several times over.', (text, [times]) => {
    const count = indexOf(times)
    if (count === undefined || count < 0) return null
    assertTextLength(text.length * count)
    return text.repeat(count)
  }),
  method('replace', 2, 'Every occurrence of a text replaced by another.', (text, [from = null, to = null]) =>
    replaceText(text, print(from), print(to)),
  ),
  method(
    'replaceAll',
    2,
    'Every match of a regular expression replaced; $1 is a group.',
    (text, [pattern = null, to = null]) => replacePattern(text, print(pattern), print(to), false),
  ),
  method(
    'replaceFirst',
    2,
    'The first match of a regular expression replaced.',
    (text, [pattern = null, to = null]) => replacePattern(text, print(pattern), print(to), true),
  ),
  method('matches', 1, 'True when a regular expression matches the whole text.', (text, [pattern = null]) => {
    const regex = regexFor(`^(?:${print(pattern)})$`, text) ?? regexFor(print(pattern), text)
    if (regex === null) return null
    regex.lastIndex = 0
    return regex.exec(text)?.[0] === text
  }),
  method(
    'split',
    [1, 2],
    'The parts between the matches of a regular expression.',
    (text, [pattern = null, limit]) => split(text, print(pattern), indexOf(limit) ?? 0),
  ),
  method('toCharArray', 0, 'The characters as a list.', (text) => javaList(text.split(''))),
  method('hashCode', 0, 'A number that equal texts share.', hashCode),
  method(
    'codePointAt',
    1,
    'The number of the character at an index.',
    (text, [at]) => text.codePointAt(indexOf(at) ?? -1) ?? null,
  ),
]

export const stringMethods = methodTable<string>(objectMethods, methods)

function compare(text: string, other: Value | undefined): number | null {
  if (typeof other !== 'string') return null
  for (let i = 0; i < Math.min(text.length, other.length); i++) {
    const difference = text.charCodeAt(i) - other.charCodeAt(i)
    if (difference !== 0) return difference
  }
  return text.length - other.length
}

function replaceText(text: string, from: string, to: string): string {
  let grown = text.length
  return text.replaceAll(from, () => {
    grown += to.length - from.length
    assertTextLength(grown)
    return to
  })
}

function replacePattern(text: string, pattern: string, replacement: string, once: boolean): string | null {
  const regex = regexFor(pattern, text)
  if (regex === null) return null
  let result = ''
  let after = 0
  for (const match of text.matchAll(regex)) {
    const expanded = expandReplacement(replacement, match)
    if (expanded === null) return null
    result += text.slice(after, match.index) + expanded
    assertTextLength(result.length)
    after = match.index + match[0].length
    if (once) break
  }
  return result + text.slice(after)
}

/** `String.split` of Java: with limit 0 the empty parts at the end are dropped, a negative one keeps them. */
function split(text: string, pattern: string, limit: number): Value {
  const regex = regexFor(pattern, text)
  if (regex === null) return null
  const parts = new JavaList()
  let after = 0
  for (const match of text.matchAll(regex)) {
    if (limit > 0 && parts.length === limit - 1) break
    const end = match.index + match[0].length
    // An empty match at the beginning gives no empty first part (Java 8).
    if (end === 0 || (match[0] === '' && match.index >= text.length)) continue
    parts.push(text.slice(after, match.index))
    after = end
  }
  if (parts.length === 0) return javaList([text])
  parts.push(text.slice(after))
  if (limit === 0) while (parts.length > 0 && parts[parts.length - 1] === '') parts.pop()
  return parts
}

function hashCode(text: string): number {
  let hash = 0
  for (let i = 0; i < text.length; i++) hash = (Math.imul(hash, 31) + text.charCodeAt(i)) | 0
  return hash
}
