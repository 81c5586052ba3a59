import type { Caller } from './caller.ts'

/** Room for some 400 records, as they usually are. */
const firstBytes = 256 * 1024
/** UTF-8 has at most so many bytes for what is one of JavaScript's characters. */
const bytesOfCharacter = 3

/**
 * Records that wait, each as JSON in one buffer. What waits as an object or a text is copied by each collection of garbage, and
 * a request waits for that; a buffer's bytes are not (bench:gateway, `latency`).
 */
export class RecordBatch {
  #bytes = Buffer.allocUnsafeSlow(firstBytes)
  /** What it is sent as. */
  #sent: Buffer<ArrayBuffer> = Buffer.alloc(0)
  /** Where each record ends. */
  readonly #ends: number[] = []
  readonly #callers: Caller[] = []
  /** Of those that are still in it. */
  #first = 0

  get size(): number {
    return this.#ends.length - this.#first
  }

  /** Bytes of all records that were added. */
  get bytes(): number {
    return this.#ends.at(-1) ?? 0
  }

  /** Bytes of memory that it keeps, cleared or not. */
  get memory(): number {
    return this.#bytes.length + this.#sent.length
  }

  /** `record`: a JSON object that is not empty. */
  add(record: string, caller: Caller): void {
    const at = this.bytes
    const most = at + record.length * bytesOfCharacter
    if (most > this.#bytes.length) this.#grow(most)
    this.#ends.push(at + this.#bytes.write(record, at))
    this.#callers.push(caller)
  }

  /** Forgets all, and keeps its memory for others. */
  clear(): void {
    this.#ends.length = 0
    this.#callers.length = 0
    this.#first = 0
  }

  /** Forgets so many, the oldest first. */
  drop(count: number): void {
    this.#first += count
  }

  /**
   * The records as a JSON array after `before`, each with the property `consumer` where that is told, and `after`. Valid until
   * it is asked for again.
   */
  toBytes(before: string, consumerOf: (caller: Caller) => string | null, after: string): Buffer<ArrayBuffer> {
    const consumers = new Map<Caller, string>()
    const members: string[] = []
    let length = Buffer.byteLength(before) + Buffer.byteLength(after) + 2
    for (let record = this.#first; record < this.#ends.length; record++) {
      const caller = this.#callers[record]!
      let member = consumers.get(caller)
      if (member === undefined) {
        const consumer = consumerOf(caller)
        consumers.set(caller, (member = consumer === null ? '}' : `,"consumer":${consumer}}`))
      }
      members.push(member)
      // The bracket in front of the record, or the comma; its own brace is in `member`.
      length += this.#end(record) - this.#end(record - 1) + Buffer.byteLength(member)
    }
    if (length > this.#sent.length) this.#sent = Buffer.allocUnsafeSlow(length * 2)
    const bytes = this.#sent
    let at = bytes.write(`${before}[`)
    for (let record = this.#first; record < this.#ends.length; record++) {
      if (record > this.#first) at += bytes.write(',', at, 'latin1')
      at += this.#bytes.copy(bytes, at, this.#end(record - 1), this.#end(record) - 1)
      at += bytes.write(members[record - this.#first]!, at)
    }
    at += bytes.write(`]${after}`, at)
    return bytes.subarray(0, at)
  }

  #end(record: number): number {
    return record < 0 ? 0 : this.#ends[record]!
  }

  #grow(most: number): void {
    const bytes = Buffer.allocUnsafeSlow(Math.max(most, this.#bytes.length * 2))
    this.#bytes.copy(bytes)
    this.#bytes = bytes
  }
}
