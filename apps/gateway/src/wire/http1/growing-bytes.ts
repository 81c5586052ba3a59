/**
 * Bytes that come in pieces and are kept as one: however small the pieces are, they take at most twice their own memory
 * and are copied a few times at most.
 */
export class GrowingBytes {
  #bytes: Buffer = none
  #length = 0

  get length(): number {
    return this.#length
  }

  add(chunk: Buffer, from: number, to: number): void {
    const length = this.#length + to - from
    if (length > this.#bytes.length) {
      // What comes in one piece takes what it needs.
      const grown = Buffer.allocUnsafe(this.#length === 0 ? length : Math.max(length, 2 * this.#length))
      this.#bytes.copy(grown, 0, 0, this.#length)
      this.#bytes = grown
    }
    chunk.copy(this.#bytes, this.#length, from, to)
    this.#length = length
  }

  /** All of it, which is whoever's takes it from now on. */
  take(): Buffer {
    const all = this.#length === this.#bytes.length ? this.#bytes : this.#bytes.subarray(0, this.#length)
    this.clear()
    return all
  }

  /** Keeps what was taken and is not used, without a copy; there is nothing else. */
  putBack(rest: Buffer): void {
    this.#bytes = rest
    this.#length = rest.length
  }

  clear(): void {
    this.#bytes = none
    this.#length = 0
  }
}

const none = Buffer.alloc(0)
