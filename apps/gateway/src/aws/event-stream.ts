import { crc32 } from 'node:zlib'

/** What an `application/vnd.amazon.eventstream` holds, one after the other. */
export interface EventMessage {
  /** Those that are text, by name (`:event-type`). */
  readonly headers: ReadonlyMap<string, string>
  /** To be used up before the next piece is added. */
  readonly payload: Uint8Array
}

/** What came is no event stream. */
export class EventStreamError extends Error {
  override readonly name = 'EventStreamError'
}

const preludeBytes = 12
/** Prelude and checksum. */
const leastBytes = 16
/** Amazon's own limits: what says it is longer is not waited for. */
const headerBytesMax = 128 * 1024
const messageBytesMax = 16 * 1024 * 1024 + headerBytesMax + leastBytes

/** Bytes of a header's value by its type; those of text and bytes (-1) begin with their length. */
const valueBytes = [0, 0, 1, 2, 4, 8, -1, -1, 8, 16] as const
const textType = 7

/**
 * Reads messages from pieces cut anywhere. Numbers are big-endian, checksums are CRC-32 (smithy.io, "Amazon event stream
 * specification"):
 *
 *     total length │ length of headers │ checksum of both ║ headers │ payload │ checksum of all before
 *          4       │         4         │        4         ║         │         │           4
 */
export class EventStreamReader {
  #parts: Uint8Array[] = []
  #size = 0
  /** As much has to be there before it is worth a look. */
  #needed = preludeBytes

  /** The messages that are whole now. Throws EventStreamError, after which nothing can be read any more. */
  add(chunk: Uint8Array): EventMessage[] {
    this.#size += chunk.byteLength
    // What is kept is copied: the piece is its reader's own memory, which is used again.
    if (this.#size < this.#needed) {
      this.#parts.push(Buffer.from(chunk))
      return []
    }
    const bytes =
      this.#parts.length === 0
        ? Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength)
        : Buffer.concat([...this.#parts, chunk])
    const messages: EventMessage[] = []
    let at = 0
    this.#needed = preludeBytes
    while (bytes.length - at >= preludeBytes) {
      const total = totalLength(bytes.subarray(at, at + preludeBytes))
      if (bytes.length - at < total) {
        this.#needed = total
        break
      }
      messages.push(messageOf(bytes.subarray(at, at + total)))
      at += total
    }
    this.#parts = at === bytes.length ? [] : [Buffer.from(bytes.subarray(at))]
    this.#size = bytes.length - at
    return messages
  }

  /** Bytes of a message that is not whole. */
  get pending(): number {
    return this.#size
  }
}

/** Of a message, by its prelude, whose checksum keeps a length that is wrong from being believed. */
function totalLength(prelude: Buffer): number {
  if (crc32(prelude.subarray(0, 8)) !== prelude.readUInt32BE(8))
    throw new EventStreamError('the checksum of a prelude is wrong')
  const total = prelude.readUInt32BE(0)
  const headers = prelude.readUInt32BE(4)
  if (total < leastBytes || total > messageBytesMax)
    throw new EventStreamError(`a message says that it has ${total} bytes`)
  if (headers > headerBytesMax || headers > total - leastBytes)
    throw new EventStreamError(`a message of ${total} bytes says that its headers have ${headers}`)
  return total
}

function messageOf(message: Buffer): EventMessage {
  const end = message.length - 4
  if (crc32(message.subarray(0, end)) !== message.readUInt32BE(end))
    throw new EventStreamError('the checksum of a message is wrong')
  const body = preludeBytes + message.readUInt32BE(4)
  return { headers: headersOf(message.subarray(preludeBytes, body)), payload: message.subarray(body, end) }
}

function headersOf(bytes: Buffer): Map<string, string> {
  const headers = new Map<string, string>()
  let at = 0
  const take = (length: number): Buffer => {
    if (at + length > bytes.length) throw new EventStreamError('a header is longer than all of them')
    return bytes.subarray(at, (at += length))
  }
  while (at < bytes.length) {
    const name = take(take(1).readUInt8()).toString('utf8')
    const type = take(1).readUInt8()
    const fixed = valueBytes[type]
    if (name === '' || fixed === undefined)
      throw new EventStreamError(`a header ${JSON.stringify(name)} is of type ${type}`)
    const value = take(fixed < 0 ? take(2).readUInt16BE() : fixed)
    if (type === textType) headers.set(name, value.toString('utf8'))
  }
  return headers
}
