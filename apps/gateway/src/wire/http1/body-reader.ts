import { fieldText, hexDigit, octets, token } from './octets.ts'

export interface BodySink {
  /** A piece of the body; the bytes are valid during the call only. */
  bodyPart(chunk: Buffer, from: number, to: number): void
}

/** Digits of a chunk's size: 2^52 bytes and no more, leading zeros counted. */
const digitsMax = 13
/** Of all extensions of a body together, and of its trailers. */
const extensionBytesMax = 4096
const trailerBytesMax = 8192

const cr = 13
const lf = 10

// What comes next.
const nothing = 0
const counted = 1
const untilClose = 2
const size = 3
const extensionText = 4
const quoted = 5
const quotedPair = 6
const sizeLf = 7
const data = 8
const dataCr = 9
const dataLf = 10
const trailer = 11
const trailerName = 12
const trailerValue = 13
const trailerLf = 14
const endLf = 15
const extensionName = 16
const extensionValue = 17
const extensionToken = 18
const quotedEnd = 19

/**
 * Follows the framing of one body after the other (RFC 9112 §6 and §7): by length, by chunks, or until the connection
 * closes. Extensions of chunks are passed over and trailers dropped, both bounded and both held to their grammar.
 */
export class BodyReader {
  #state = nothing
  /** Of the body, or of the chunk. */
  #left = 0
  #digits = 0
  #extensionBytes = 0
  #trailerBytes = 0
  /** Where in what was read last the framing broke. */
  brokenAt = 0

  get isDone(): boolean {
    return this.#state === nothing
  }

  get isUntilClose(): boolean {
    return this.#state === untilClose
  }

  get isCounted(): boolean {
    return this.#state === counted
  }

  beginLength(length: number): void {
    this.#left = length
    this.#state = length === 0 ? nothing : counted
  }

  beginChunked(): void {
    this.#state = size
    this.#left = 0
    this.#digits = 0
    this.#extensionBytes = 0
    this.#trailerBytes = 0
  }

  beginUntilClose(): void {
    this.#state = untilClose
  }

  /** Gives up on the body, which leaves the connection unusable. */
  abandon(): void {
    this.#state = nothing
  }

  /** Where the body ended, `to` when it goes on or ended there (`isDone` tells), -1 when its framing is broken. */
  read(chunk: Buffer, from: number, to: number, sink: BodySink): number {
    let at = from
    while (at < to && this.#state !== nothing) {
      if (this.#state === counted || this.#state === data) {
        const end = Math.min(to, at + this.#left)
        this.#left -= end - at
        if (this.#left === 0) this.#state = this.#state === counted ? nothing : dataCr
        sink.bodyPart(chunk, at, end)
        at = end
      } else if (this.#state === untilClose) {
        sink.bodyPart(chunk, at, to)
        at = to
      } else if (!this.#step(chunk[at++]!)) {
        this.brokenAt = at - 1
        return -1
      }
    }
    return at
  }

  #step(octet: number): boolean {
    switch (this.#state) {
      case size:
        return this.#size(octet)
      case extensionName:
        if ((octets[octet]! & token) === 0) return false
        this.#state = extensionText
        return ++this.#extensionBytes <= extensionBytesMax
      // Blanks around its signs are bad but allowed (BWS); not everybody takes them, so that nobody does here.
      case extensionText:
        if (octet === 61) this.#state = extensionValue
        else if ((octets[octet]! & token) === 0) return this.#extensionEnd(octet)
        return ++this.#extensionBytes <= extensionBytesMax
      case extensionValue:
        if (octet === 34) this.#state = quoted
        else if ((octets[octet]! & token) !== 0) this.#state = extensionToken
        else return false
        return ++this.#extensionBytes <= extensionBytesMax
      case extensionToken:
        if ((octets[octet]! & token) === 0) return this.#extensionEnd(octet)
        return ++this.#extensionBytes <= extensionBytesMax
      case quotedEnd:
        return this.#extensionEnd(octet)
      case quoted:
        if (octet === 34) this.#state = quotedEnd
        else if (octet === 92) this.#state = quotedPair
        else if ((octets[octet]! & fieldText) === 0) return false
        return ++this.#extensionBytes <= extensionBytesMax
      case quotedPair:
        this.#state = quoted
        return (octets[octet]! & fieldText) !== 0 && ++this.#extensionBytes <= extensionBytesMax
      case sizeLf:
        this.#state = this.#left === 0 ? trailer : data
        this.#digits = 0
        return octet === lf
      case dataCr:
        this.#state = dataLf
        return octet === cr
      case dataLf:
        this.#state = size
        return octet === lf
      default:
        return this.#trailer(octet)
    }
  }

  #extensionEnd(octet: number): boolean {
    if (octet === cr) this.#state = sizeLf
    else if (octet === 59) this.#state = extensionName
    else return false
    return ++this.#extensionBytes <= extensionBytesMax
  }

  #size(octet: number): boolean {
    if ((octets[octet]! & hexDigit) !== 0) {
      this.#left = this.#left * 16 + (octet <= 57 ? octet - 48 : (octet | 32) - 87)
      return ++this.#digits <= digitsMax
    }
    if (this.#digits === 0) return false
    if (octet === cr) this.#state = sizeLf
    else if (octet === 59) this.#state = extensionName
    else return false
    return true
  }

  #trailer(octet: number): boolean {
    if (++this.#trailerBytes > trailerBytesMax) return false
    switch (this.#state) {
      case trailer:
        this.#state = octet === cr ? endLf : trailerName
        return octet === cr || (octets[octet]! & token) !== 0
      case trailerName:
        if (octet === 58) this.#state = trailerValue
        return octet === 58 || (octets[octet]! & token) !== 0
      case trailerValue:
        if (octet === cr) this.#state = trailerLf
        return octet === cr || (octets[octet]! & fieldText) !== 0
      case trailerLf:
        this.#state = trailer
        return octet === lf
      default:
        this.#state = nothing
        return octet === lf
    }
  }
}
