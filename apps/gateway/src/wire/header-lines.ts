import { headerValue, headerValues, isSameName, type RawHeaders, removeHeader } from '../headers.ts'
import { NameSet } from './name-set.ts'

/**
 * The lines of a head that was read last, less those that were taken out: where they stand in its text. They are gone
 * when the next head is read, so that whoever asks for them is done with them before it waits for anything.
 */
export interface LinesInPlace {
  /** Another one for everybody who takes them, and once they are gone. */
  readonly turn: number
  first(name: string): string | undefined
  all(name: string): string[]
  remove(name: string): void
  removeAll(names: NameSet): void
  /** Name and value of each line of that name, as they are written. */
  take(name: string): RawHeaders
  /** The same of lines of several names. */
  takeAll(names: NameSet): RawHeaders
  /** Puts something before the name of each line of these names. */
  prefixAll(names: NameSet, before: string): void
  /** What is left, as it came, each line with its end. */
  text(): string
  raw(): RawHeaders
}

/** What frames a message, and `Date`, which an answer has once: these are for the wire to write. */
const framing = new NameSet(['content-length', 'transfer-encoding', 'connection', 'keep-alive', 'date'])

/**
 * The headers of a message on its way through the gateway: lines that go on as they came, which are never split into names
 * and values, and lines that were added. Names are found in any casing.
 */
export class HeaderLines {
  /** Name, value, name, value, … of the lines that don't go on as they came. */
  readonly added: RawHeaders
  readonly #lines: LinesInPlace | null
  readonly #turn: number

  constructor(added: RawHeaders, inPlace: LinesInPlace | null = null) {
    this.added = added
    this.#lines = inPlace
    this.#turn = inPlace === null ? 0 : inPlace.turn
  }

  first(name: string): string | undefined {
    return this.#inPlace?.first(name) ?? headerValue(this.added, name)
  }

  all(name: string): string[] {
    const added = headerValues(this.added, name)
    return this.#inPlace === null ? added : [...this.#inPlace.all(name), ...added]
  }

  has(name: string): boolean {
    return this.first(name) !== undefined
  }

  remove(name: string): void {
    this.#inPlace?.remove(name)
    removeHeader(this.added, name)
  }

  removeAll(names: NameSet): void {
    this.#inPlace?.removeAll(names)
    const { added } = this
    let kept = 0
    for (let i = 0; i < added.length; i += 2) {
      if (names.has(added[i] ?? '')) continue
      added[kept++] = added[i] ?? ''
      added[kept++] = added[i + 1] ?? ''
    }
    added.length = kept
  }

  /** Removes the lines of a name, and answers them: name, value, name, value, … */
  take(name: string): RawHeaders {
    const taken = this.#inPlace?.take(name) ?? []
    if (headerValue(this.added, name) === undefined) return taken
    for (let i = 0; i < this.added.length; i += 2)
      if (isSameName(this.added[i] ?? '', name)) taken.push(this.added[i] ?? '', this.added[i + 1] ?? '')
    removeHeader(this.added, name)
    return taken
  }

  /** Puts something before the name of each line of these names. */
  prefixAll(names: NameSet, before: string): void {
    this.#inPlace?.prefixAll(names, before)
    for (let i = 0; i < this.added.length; i += 2) {
      const name = this.added[i] ?? ''
      if (names.has(name)) this.added[i] = before + name
    }
  }

  /** In place of all lines of that name. */
  set(name: string, value: string): void {
    this.remove(name)
    this.added.push(name, value)
  }

  add(name: string, value: string): void {
    this.added.push(name, value)
  }

  /**
   * The lines that go on as they came, each with its end; the other ones are `added`. What frames a message is never among
   * them.
   */
  passed(): string {
    const lines = this.#inPlace
    if (lines === null) return ''
    for (const part of lines.takeAll(framing)) this.added.push(part)
    return lines.text()
  }

  raw(): RawHeaders {
    return this.#inPlace === null ? this.added : [...this.#inPlace.raw(), ...this.added]
  }

  /** Lines of one message must never be taken for those of another. */
  get #inPlace(): LinesInPlace | null {
    if (this.#lines !== null && this.#lines.turn !== this.#turn)
      throw new Error('these header lines are gone')
    return this.#lines
  }
}

/** All lines of a head as names and values. `passed` as `HeaderLines` gives it. */
export function withPassed(headers: RawHeaders, passed: string | undefined): RawHeaders {
  if (passed === undefined || passed === '') return headers
  const lines = passed.slice(0, -2).split('\r\n')
  const split = lines.flatMap((line) => {
    const colon = line.indexOf(':')
    // Blanks beyond ASCII are a part of the value (RFC 9110 §5.6.3).
    return [line.slice(0, colon), line.slice(colon + 1).replace(/^[ \t]+|[ \t]+$/g, '')]
  })
  return [...split, ...headers]
}
