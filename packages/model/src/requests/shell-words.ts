/** Escapes of `$'…'` that curl commands copied from browsers hold. */
const ansiEscapes: Readonly<Record<string, string>> = {
  n: '\n',
  r: '\r',
  t: '\t',
  '\\': '\\',
  "'": "'",
  '"': '"',
}

/**
 * Splits a command as a POSIX shell does: quotes, backslashes, lines that go on after a `\` (or after the `^` of
 * Windows), and Bash's `$'…'`. Nothing is expanded. Null when a quote is not closed.
 */
export function shellWords(text: string): string[] | null {
  const words: string[] = []
  let word: string | null = null
  let at = 0
  const take = (piece: string) => {
    word = (word ?? '') + piece
  }
  while (at < text.length) {
    const char = text[at] ?? ''
    const next = text[at + 1]
    if ((char === '\\' || char === '^') && /^\r?\n/.test(text.slice(at + 1, at + 3))) {
      at += next === '\r' ? 3 : 2
    } else if (/\s/.test(char)) {
      if (word !== null) words.push(word)
      word = null
      at += 1
    } else if (char === '\\') {
      take(next ?? '')
      at += 2
    } else if (char === "'" || (char === '$' && next === "'")) {
      const quoted = char === "'" ? singleQuoted(text, at + 1) : ansiQuoted(text, at + 2)
      if (quoted === null) return null
      take(quoted.text)
      at = quoted.end
    } else if (char === '"') {
      const quoted = doubleQuoted(text, at + 1)
      if (quoted === null) return null
      take(quoted.text)
      at = quoted.end
    } else {
      take(char)
      at += 1
    }
  }
  if (word !== null) words.push(word)
  return words
}

interface Quoted {
  readonly text: string
  /** Where what follows the closing quote begins. */
  readonly end: number
}

function singleQuoted(text: string, start: number): Quoted | null {
  const close = text.indexOf("'", start)
  return close < 0 ? null : { text: text.slice(start, close), end: close + 1 }
}

function doubleQuoted(text: string, start: number): Quoted | null {
  let found = ''
  for (let at = start; at < text.length; at++) {
    const char = text[at] ?? ''
    if (char === '"') return { text: found, end: at + 1 }
    const next = text[at + 1] ?? ''
    if (char === '\\' && /["\\$`\n]/.test(next)) {
      found += next === '\n' ? '' : next
      at += 1
    } else found += char
  }
  return null
}

function ansiQuoted(text: string, start: number): Quoted | null {
  let found = ''
  for (let at = start; at < text.length; at++) {
    const char = text[at] ?? ''
    if (char === "'") return { text: found, end: at + 1 }
    if (char !== '\\') {
      found += char
      continue
    }
    const code = /^\\(?:u([0-9a-fA-F]{1,4})|x([0-9a-fA-F]{1,2}))/.exec(text.slice(at, at + 6))
    const hex = code?.[1] ?? code?.[2]
    if (code && hex !== undefined) {
      found += String.fromCharCode(Number.parseInt(hex, 16))
      at += code[0].length - 1
    } else {
      const next = text[at + 1] ?? ''
      found += ansiEscapes[next] ?? `\\${next}`
      at += 1
    }
  }
  return null
}
