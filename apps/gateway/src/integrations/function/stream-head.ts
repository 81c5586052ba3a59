import { malformed } from './proxy-answer.ts'

/** What stands between the head and the body: no JSON holds such bytes. */
const delimiter = Buffer.alloc(8)

/** Amazon's: the delimiter has to come within so many bytes. */
const headBytesMax = 16 * 1024

/**
 * Finds the end of the head of an answer that streams: JSON, eight NUL bytes, the body, in pieces cut anywhere.
 */
export class StreamHead {
  #held: Buffer = Buffer.alloc(0)

  /** The head as text and what of the body came with it; null: more has to come. Throws FUNCTION_ANSWER_MALFORMED. */
  add(chunk: Uint8Array): { readonly json: string; readonly body: Uint8Array } | null {
    // The delimiter may have begun in what came before.
    const from = Math.max(0, this.#held.length - delimiter.length + 1)
    this.#held = Buffer.concat([this.#held, chunk])
    const at = this.#held.indexOf(delimiter, from)
    if (at < 0 ? this.#held.length >= headBytesMax : at + delimiter.length > headBytesMax)
      throw malformed(
        `there are no 8 NUL bytes within its first ${headBytesMax}: it has to begin with HttpResponseStream.from`,
      )
    if (at < 0) return null
    return { json: this.#held.toString('utf8', 0, at), body: this.#held.subarray(at + delimiter.length) }
  }

  /** Why an answer that ended before its head did is none. */
  get missing(): Error {
    return malformed(
      'it ended before the 8 NUL bytes that end its head: it has to begin with HttpResponseStream.from',
    )
  }
}
