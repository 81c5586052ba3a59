import type { RawHeaders } from '../../headers.ts'
import { fieldText, octets, token } from './octets.ts'

/** What a scan answers besides a place: more has to come, or what came is refused. */
export const incomplete = 0
export const malformed = -1
export const tooLarge = -2

/** Lines of one head. */
export const linesMax = 256

/** Between the options of a list. Blanks beyond ASCII are none (RFC 9110 §5.6.3). */
const commas = /[ \t]*,[ \t]*/

const cr = 13
const lf = 10
const colon = 58

/**
 * The header lines of one head, read over its text once, by character code: what comes of it are offsets, and what
 * says how the message is framed. One block serves all connections of a process, one head after the other; whoever
 * comes back for another head than the last one scans it again (`generation` tells).
 *
 * Refused is what two recipients could read differently (RFC 9112 §5, §6): a line that is folded, ends in anything but
 * CRLF, or has no name, a blank before its colon or an octet that may not be there; a length beside an encoding, two of
 * either, a length that isn't plain digits, an encoding other than `chunked` alone.
 */
export class HeaderBlock {
  /** Of the head that was scanned last. */
  generation = 0
  count = 0
  /** -1: none was announced. */
  contentLength = -1
  isChunked = false
  /** Options of `Connection`. */
  saysClose = false
  saysKeepAlive = false
  saysUpgrade = false
  hasUpgrade = false
  hasKeepAlive = false
  expectsContinue = false
  hosts = 0
  hostStart = 0
  hostEnd = 0
  #text = ''
  /** Behind the last line. */
  #end = 0
  /** Four a line: start and end of the name, start and end of the value. */
  readonly #offsets = new Int32Array(linesMax * 4)

  /** The place behind the empty line; `incomplete`, `malformed` or `tooLarge`. `text` has octets only. */
  scan(text: string, from: number): number {
    this.#reset(text)
    const { length } = text
    let at = from
    for (;;) {
      if (at >= length) return incomplete
      let code = text.charCodeAt(at)
      if (code === cr) {
        if (at + 1 >= length) return incomplete
        if (text.charCodeAt(at + 1) !== lf) return malformed
        this.#end = at
        return this.isChunked && this.contentLength >= 0 ? malformed : at + 2
      }
      const nameStart = at
      while ((octets[code]! & token) !== 0) {
        if (++at >= length) return incomplete
        code = text.charCodeAt(at)
      }
      if (code !== colon || at === nameStart) return malformed
      const nameEnd = at
      do {
        if (++at >= length) return incomplete
        code = text.charCodeAt(at)
      } while (code === 32 || code === 9)
      const valueStart = at
      let valueEnd = at
      while (code !== cr) {
        if ((octets[code]! & fieldText) === 0) return malformed
        at++
        if (code > 32) valueEnd = at
        if (at >= length) return incomplete
        code = text.charCodeAt(at)
      }
      if (at + 1 >= length) return incomplete
      if (text.charCodeAt(at + 1) !== lf) return malformed
      at += 2
      if (this.count === linesMax) return tooLarge
      const offsets = this.#offsets
      const line = this.count++ * 4
      offsets[line] = nameStart
      offsets[line + 1] = nameEnd
      offsets[line + 2] = valueStart
      offsets[line + 3] = valueEnd
      if (!this.#notice(nameStart, nameEnd - nameStart, valueStart, valueEnd)) return malformed
    }
  }

  /** First value of a header. */
  value(name: string): string | undefined {
    for (let line = 0; line < this.count; line++) if (this.isNamed(line, name)) return this.valueAt(line)
    return undefined
  }

  isNamed(line: number, name: string): boolean {
    return this.nameLength(line) === name.length && this.#reads(this.#offsets[line * 4]!, name)
  }

  nameLength(line: number): number {
    return this.#offsets[line * 4 + 1]! - this.#offsets[line * 4]!
  }

  nameAt(line: number): string {
    return this.#text.slice(this.#offsets[line * 4], this.#offsets[line * 4 + 1])
  }

  valueAt(line: number): string {
    return this.#text.slice(this.#offsets[line * 4 + 2], this.#offsets[line * 4 + 3])
  }

  /** Lines as they came, each with its end; `to` is behind the last of them. */
  linesText(from: number, to: number): string {
    return this.#text.slice(this.#offsets[from * 4], to === this.count ? this.#end : this.#offsets[to * 4])
  }

  raw(): RawHeaders {
    const text = this.#text
    const offsets = this.#offsets
    const headers: RawHeaders = []
    for (let at = 0; at < this.count * 4; at += 2) headers.push(text.slice(offsets[at], offsets[at + 1]))
    return headers
  }

  #reset(text: string): void {
    this.generation++
    this.#text = text
    this.count = 0
    this.contentLength = -1
    this.isChunked = false
    this.saysClose = false
    this.saysKeepAlive = false
    this.saysUpgrade = false
    this.hasUpgrade = false
    this.hasKeepAlive = false
    this.expectsContinue = false
    this.hosts = 0
  }

  /** Names are told apart by their length first: few lines get as far as a comparison. */
  #notice(name: number, length: number, start: number, end: number): boolean {
    switch (length) {
      case 4:
        if (this.#reads(name, 'host')) {
          this.hosts++
          this.hostStart = start
          this.hostEnd = end
        }
        return true
      case 6:
        if (this.#reads(name, 'expect')) this.expectsContinue = this.#is(start, end, '100-continue')
        return true
      case 7:
        if (this.#reads(name, 'upgrade')) this.hasUpgrade = true
        return true
      case 10:
        if (this.#reads(name, 'connection')) this.#connection(start, end)
        else if (this.#reads(name, 'keep-alive')) this.hasKeepAlive = true
        return true
      case 14:
        return !this.#reads(name, 'content-length') || (this.#length(start, end) && this.#endsPlainly(end))
      case 17:
        if (!this.#reads(name, 'transfer-encoding')) return true
        if (this.isChunked || !this.#is(start, end, 'chunked')) return false
        this.isChunked = true
        return this.#endsPlainly(end)
      default:
        return true
    }
  }

  #length(start: number, end: number): boolean {
    if (this.contentLength >= 0 || start === end || end - start > 15) return false
    let length = 0
    for (let at = start; at < end; at++) {
      const digit = this.#text.charCodeAt(at) - 48
      if (digit < 0 || digit > 9) return false
      length = length * 10 + digit
    }
    this.contentLength = length
    return true
  }

  /** A tab may stand behind a value, but of what frames a message some take it for a part of that. */
  #endsPlainly(end: number): boolean {
    for (let at = end; ; at++) {
      const code = this.#text.charCodeAt(at)
      if (code === cr) return true
      if (code === 9) return false
    }
  }

  #connection(start: number, end: number): void {
    if (this.#is(start, end, 'keep-alive')) this.saysKeepAlive = true
    else if (this.#is(start, end, 'close')) this.saysClose = true
    else
      for (const said of this.#text.slice(start, end).toLowerCase().split(commas)) {
        if (said === 'close') this.saysClose = true
        else if (said === 'keep-alive') this.saysKeepAlive = true
        else if (said === 'upgrade') this.saysUpgrade = true
      }
  }

  #is(start: number, end: number, text: string): boolean {
    return end - start === text.length && this.#reads(start, text)
  }

  /** Without regard to case. `| 32` makes small letters of capitals, and of nothing else that a text here can have there. */
  #reads(at: number, text: string): boolean {
    for (let i = 0; i < text.length; i++)
      if ((this.#text.charCodeAt(at + i) | 32) !== (text.charCodeAt(i) | 32)) return false
    return true
  }
}

/** The one block of this process: a head is read in one go. */
export const headerBlock = new HeaderBlock()
