import { isSameName, type RawHeaders } from '../../headers.ts'
import type { LinesInPlace } from '../header-lines.ts'
import type { NameSet } from '../name-set.ts'
import { type HeaderBlock, headerBlock, linesMax } from './header-block.ts'

/**
 * The lines of the head in a block, less those that were taken out: what is left of it goes on as it came, in as few pieces
 * as there are gaps. Nothing is made of a line that nobody asks for.
 */
export class PassingLines implements LinesInPlace {
  readonly #block: HeaderBlock
  readonly #isGone = new Uint8Array(linesMax)
  /** What stands before the name of a line now. */
  readonly #before: string[] = Array.from({ length: linesMax }, () => '')
  #hasPrefixed = false
  #turn = 0
  #generation = 0

  constructor(block: HeaderBlock) {
    this.#block = block
  }

  get turn(): number {
    return this.#block.generation === this.#generation ? this.#turn : -1
  }

  /** All of the lines of the head that the block has now. */
  begin(): this {
    this.#turn++
    this.#generation = this.#block.generation
    for (let line = 0; line < this.#block.count; line++) this.#isGone[line] = 0
    if (this.#hasPrefixed) this.#before.fill('')
    this.#hasPrefixed = false
    return this
  }

  first(name: string): string | undefined {
    const line = this.#next(name, 0)
    return line < 0 ? undefined : this.#block.valueAt(line)
  }

  all(name: string): string[] {
    const values: string[] = []
    for (let line = this.#next(name, 0); line >= 0; line = this.#next(name, line + 1))
      values.push(this.#block.valueAt(line))
    return values
  }

  remove(name: string): void {
    for (let line = this.#next(name, 0); line >= 0; line = this.#next(name, line + 1)) this.#isGone[line] = 1
  }

  removeAll(names: NameSet): void {
    for (let line = 0; line < this.#block.count; line++)
      if (this.#isOneOf(line, names)) this.#isGone[line] = 1
  }

  take(name: string): RawHeaders {
    const taken: RawHeaders = []
    for (let line = this.#next(name, 0); line >= 0; line = this.#next(name, line + 1)) {
      this.#isGone[line] = 1
      taken.push(this.#nameAt(line), this.#block.valueAt(line))
    }
    return taken
  }

  takeAll(names: NameSet): RawHeaders {
    let taken = none
    for (let line = 0; line < this.#block.count; line++) {
      if (this.#isGone[line] === 1 || !this.#isOneOf(line, names)) continue
      this.#isGone[line] = 1
      if (taken === none) taken = []
      taken.push(this.#nameAt(line), this.#block.valueAt(line))
    }
    return taken
  }

  prefixAll(names: NameSet, before: string): void {
    for (let line = 0; line < this.#block.count; line++) {
      if (this.#isGone[line] === 1 || !this.#isOneOf(line, names)) continue
      this.#before[line] = before + this.#before[line]!
      this.#hasPrefixed = true
    }
  }

  text(): string {
    const { count } = this.#block
    let text = ''
    let line = 0
    while (line < count) {
      if (this.#isGone[line] === 1) {
        line++
        continue
      }
      const first = line++
      while (line < count && this.#isGone[line] === 0 && this.#before[line] === '') line++
      text += this.#before[first]! + this.#block.linesText(first, line)
    }
    return text
  }

  raw(): RawHeaders {
    const headers: RawHeaders = []
    for (let line = 0; line < this.#block.count; line++)
      if (this.#isGone[line] === 0) headers.push(this.#nameAt(line), this.#block.valueAt(line))
    return headers
  }

  /** The next line of that name that is there, from `line` on; -1: there is none. */
  #next(name: string, line: number): number {
    for (let at = line; at < this.#block.count; at++)
      if (this.#isGone[at] === 0 && this.#isNamed(at, name)) return at
    return -1
  }

  #isNamed(line: number, name: string): boolean {
    return this.#hasPrefixed && this.#before[line] !== ''
      ? isSameName(this.#nameAt(line), name)
      : this.#block.isNamed(line, name)
  }

  #isOneOf(line: number, names: NameSet): boolean {
    if (this.#hasPrefixed && this.#before[line] !== '') return names.has(this.#nameAt(line))
    const candidates = names.ofLength(this.#block.nameLength(line))
    if (candidates === undefined) return false
    for (const name of candidates) if (this.#block.isNamed(line, name)) return true
    return false
  }

  #nameAt(line: number): string {
    return this.#before[line]! + this.#block.nameAt(line)
  }
}

const none: RawHeaders = []

/** Of the one block of this process. */
export const passingLines = new PassingLines(headerBlock)
