import { limits } from '../limits.ts'
import { Decimal, type Value, type ValueMap } from '../values/value.ts'

/**
 * Reads JSON into template values, or answers undefined when it is not JSON. Not `JSON.parse`: objects must become
 * maps in the order of the text (JSON.parse moves keys like "1" to the front), 12345678901234567890 must survive, and
 * 1.50 must remember how it was written.
 */
export function parseJson(text: string): Value | undefined {
  const reader = new Reader(text)
  try {
    return reader.document()
  } catch (error) {
    if (error instanceof NotJson) return undefined
    throw error
  }
}

class NotJson extends Error {}

/** Longer ones would keep the whole text that they were cut from (V8's sliced strings). */
const keyLength = 12

/** Keys that were read last. Nobody sees which: a key that is found here is the one that was written there. */
const keys: string[] = Array.from({ length: 256 }, () => '')

const numbers = /-?(?:0|[1-9]\d*)(\.\d+)?([eE][+-]?\d+)?/y

class Reader {
  readonly #text: string
  #at = 0

  constructor(text: string) {
    this.#text = text
  }

  document(): Value {
    const value = this.#value(0)
    this.#skip()
    if (this.#at < this.#text.length) throw new NotJson()
    return value
  }

  #value(depth: number): Value {
    if (depth > limits.valueDepth) throw new NotJson()
    switch (this.#skip()) {
      case 123: // {
        return this.#object(depth)
      case 91: // [
        return this.#array(depth)
      case 34: // "
        return this.#string()
      case 116: // t
        return this.#word('true', true)
      case 102: // f
        return this.#word('false', false)
      case 110: // n
        return this.#word('null', null)
      default:
        return this.#number()
    }
  }

  #object(depth: number): ValueMap {
    const map: ValueMap = new Map()
    this.#at++
    if (this.#skip() === 125) {
      this.#at++
      return map
    }
    for (;;) {
      if (this.#skip() !== 34) throw new NotJson()
      const key = this.#key()
      if (this.#skip() !== 58) throw new NotJson()
      this.#at++
      map.set(key, this.#value(depth + 1))
      if (this.#separator(125)) return map
    }
  }

  #array(depth: number): Value[] {
    const list: Value[] = []
    this.#at++
    if (this.#skip() === 93) {
      this.#at++
      return list
    }
    for (;;) {
      list.push(this.#value(depth + 1))
      if (this.#separator(93)) return list
    }
  }

  /** True after the closing bracket, false after a comma. */
  #separator(close: number): boolean {
    const code = this.#skip()
    if (code !== close && code !== 44) throw new NotJson()
    this.#at++
    return code === close
  }

  /** Objects of a list have the same keys: one that was read a moment ago is found where it was put, hashed already. */
  #key(): string {
    const text = this.#text
    const start = this.#at + 1
    const end = shortEnd(text, start, keyLength)
    if (end < 0) return this.#string()
    this.#at = end + 1
    const place = (text.charCodeAt(start) * 31 + (end - start)) & (keys.length - 1)
    const known = keys[place]!
    if (known.length === end - start && text.startsWith(known, start)) return known
    const key = text.slice(start, end)
    keys[place] = key
    return key
  }

  #string(): string {
    const text = this.#text
    const start = this.#at + 1
    const end = shortEnd(text, start, 64)
    if (end < 0) return this.#anyString()
    this.#at = end + 1
    return text.slice(start, end)
  }

  #anyString(): string {
    const start = this.#at
    let end = start
    do {
      end = this.#text.indexOf('"', end + 1)
      if (end < 0) throw new NotJson()
    } while (this.#isEscaped(end))
    this.#at = end + 1
    const raw = this.#text.slice(start + 1, end)
    return raw.includes('\\') ? unescape(raw) : raw
  }

  #isEscaped(at: number): boolean {
    let before = at - 1
    while (this.#text.charCodeAt(before) === 92) before--
    return (at - before) % 2 === 0
  }

  #number(): Value {
    const short = this.#shortInteger()
    if (short >= 0) return short
    numbers.lastIndex = this.#at
    const match = numbers.exec(this.#text)
    if (match === null) throw new NotJson()
    const text = match[0]
    this.#at += text.length
    if (match[1] !== undefined || match[2] !== undefined) return new Decimal(Number(text), text)
    return text.length < 16 ? Number(text) + 0 : shorten(BigInt(text))
  }

  /** Most numbers have few digits and nothing else; -1 for any other. */
  #shortInteger(): number {
    const text = this.#text
    let at = this.#at
    let code = text.charCodeAt(at)
    if (!(code > 48 && code <= 57)) return -1
    let value = 0
    for (const most = at + 15; at < most && code >= 48 && code <= 57; code = text.charCodeAt(++at))
      value = value * 10 + code - 48
    if ((code >= 48 && code <= 57) || code === 46 || code === 101 || code === 69) return -1
    this.#at = at
    return value
  }

  #word<T extends Value>(word: string, value: T): T {
    if (!this.#text.startsWith(word, this.#at)) throw new NotJson()
    this.#at += word.length
    return value
  }

  /** The code of the next character that is no blank; NaN at the end. */
  #skip(): number {
    for (;;) {
      const code = this.#text.charCodeAt(this.#at)
      if (code !== 32 && code !== 10 && code !== 13 && code !== 9) return code
      this.#at++
    }
  }
}

/** Where a text of at most so many characters ends that has nothing escaped; -1 for any other. */
function shortEnd(text: string, start: number, length: number): number {
  for (let at = start; at <= start + length; at++) {
    const code = text.charCodeAt(at)
    if (code === 34) return at
    if (code === 92) return -1
  }
  return -1
}

function shorten(value: bigint): number | bigint {
  const small = Number(value)
  return Number.isSafeInteger(small) ? small : value
}

const escapes = /\\(?:u([0-9a-fA-F]{4})|(["\\/bfnrt])|)/g
const meanings: ReadonlyMap<string, string> = new Map([
  ['b', '\b'],
  ['f', '\f'],
  ['n', '\n'],
  ['r', '\r'],
  ['t', '\t'],
])

function unescape(raw: string): string {
  return raw.replace(escapes, (_, hex?: string, short?: string) => {
    if (hex !== undefined) return String.fromCharCode(Number.parseInt(hex, 16))
    if (short === undefined) throw new NotJson()
    return meanings.get(short) ?? short
  })
}
