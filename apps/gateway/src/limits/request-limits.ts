import { Failure } from '../failure.ts'
import { requestHeader, type WireRequest } from '../wire/server.ts'
import { bodyTooLarge } from './too-large.ts'

const none = Number.POSITIVE_INFINITY

/**
 * What is refused of a request before anything is asked of it. Heads are measured as a whole first, which is known since they
 * were read; only one that is larger than either limit is looked at in its parts.
 */
export class RequestLimits {
  readonly #headerBytes: number
  readonly #urlBytes: number
  readonly #bodyBytes: number
  readonly #headBytes: number

  /** Null: no limit. */
  constructor(headerBytes: number | null, urlBytes: number | null, bodyBytes: number | null) {
    this.#headerBytes = headerBytes ?? none
    this.#urlBytes = urlBytes ?? none
    this.#bodyBytes = bodyBytes ?? none
    this.#headBytes = Math.min(this.#headerBytes, this.#urlBytes)
  }

  /** Throws URL_TOO_LONG, REQUEST_HEADERS_TOO_LARGE, and PAYLOAD_TOO_LARGE for a body that is there or announced. */
  check(request: WireRequest): void {
    if ((request.headBytes ?? none) > this.#headBytes) this.#checkHead(request)
    const announced = request.announcedBytes ?? Number(requestHeader(request, 'content-length') ?? 0)
    if (announced > this.#bodyBytes || (request.wholeBody?.length ?? 0) > this.#bodyBytes)
      throw bodyTooLarge(this.#bodyBytes)
  }

  #checkHead({ target, headers }: WireRequest): void {
    if (target.length > this.#urlBytes)
      throw new Failure('URL_TOO_LONG', {
        phase: 'request',
        reason: `the URL has ${target.length} bytes, and may have ${this.#urlBytes}`,
        params: { limit: `${this.#urlBytes} bytes` },
        // Amazon's word for a URI that is too long to be authorised (quotas of REST APIs).
        awsMessage: 'Request URI too long',
      })
    let size = 0
    for (let at = 0; at + 1 < headers.length; at += 2)
      size += (headers[at]?.length ?? 0) + (headers[at + 1]?.length ?? 0) + lineBytes
    if (size > this.#headerBytes)
      throw new Failure('REQUEST_HEADERS_TOO_LARGE', {
        phase: 'request',
        reason: `the headers have ${size} bytes, and may have ${this.#headerBytes}`,
        params: { limit: `${this.#headerBytes} bytes` },
        awsMessage: `HTTP header is larger than ${this.#headerBytes} bytes.`,
      })
  }
}

/** `: ` and the end of the line. */
const lineBytes = 4
