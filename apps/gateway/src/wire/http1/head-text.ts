import { incomplete, tooLarge } from './header-block.ts'

const emptyLine = Buffer.from('\r\n\r\n')
/** Pieces larger than this hold more than a usual head. */
const lookBytes = 2048

/**
 * A head that comes in pieces. It is read again only when its end may have come, or when there is twice as much of it as
 * at the last time: what is no HTTP is refused early, and whoever sends byte by byte makes us read it not often.
 */
export class HeadText {
  readonly #bytesMax: number
  #text = ''
  #scanned = 0

  constructor(bytesMax: number) {
    this.#bytesMax = bytesMax
  }

  get isEmpty(): boolean {
    return this.#text === ''
  }

  /** The text of the head as far as it came; whole, with what followed it, once `add` found its end. */
  get text(): string {
    return this.#text
  }

  /** Takes bytes and reads; answers where in `chunk` the head ended, `incomplete`, or why it is refused. */
  add(chunk: Buffer, from: number, to: number, read: (text: string) => number): number {
    const before = this.#text.length
    let upto = Math.min(to, from + this.#bytesMax - before + 1)
    if (upto - from > lookBytes) {
      // Texts are cut out of this one and keep it, so that it should not hold a body besides.
      const end = chunk.indexOf(emptyLine, from)
      if (end >= 0 && end + 4 < upto) upto = end + 4
    }
    const piece = chunk.toString('latin1', from, upto)
    const text = before === 0 ? piece : this.#text + piece
    this.#text = text
    const isDue =
      before === 0 ||
      text.length >= 2 * this.#scanned ||
      text.length > this.#bytesMax ||
      text.includes('\r\n\r\n', before < 3 ? 0 : before - 3)
    if (!isDue) return incomplete
    this.#scanned = text.length
    const end = read(text)
    if (end > this.#bytesMax) return tooLarge
    if (end > 0) return from + end - before
    return end === incomplete && text.length > this.#bytesMax ? tooLarge : end
  }

  clear(): void {
    this.#text = ''
    this.#scanned = 0
  }
}
