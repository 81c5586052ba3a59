import { STATUS_CODES } from 'node:http'
import { isSendable, type RawHeaders } from '../../headers.ts'

/** How far the body of an answer goes, as its head says. */
export interface AnswerFraming {
  /** -1: it isn't announced. */
  contentLength: number
  /** The head asks that the connection is closed after it. */
  closes: boolean
  hasDate: boolean
}

const digits = /^\d{1,15}$/
const close = /(?:^|,)[ \t]*close[ \t]*(?:,|$)/i
const statusLines: string[] = []

/**
 * The head of an answer without the lines that say how it is framed and without its last, empty line; what of that the
 * given headers say is put into `framing`. Throws when a line could not be sent: a CR or LF in it would let whoever
 * controls it write an answer of their own.
 */
export function answerHead(
  status: number,
  headers: RawHeaders,
  passed: string,
  framing: AnswerFraming,
): string {
  framing.contentLength = -1
  framing.closes = false
  framing.hasDate = false
  let head = statusLine(status) + passed
  for (let i = 0; i < headers.length; i += 2) {
    const name = headers[i] ?? ''
    const value = headers[i + 1] ?? ''
    if (!isSendable(name, value)) throw new TypeError(`a header named ${JSON.stringify(name)} can't be sent`)
    switch (name.length) {
      case 4:
        if (!framing.hasDate && name.toLowerCase() === 'date') framing.hasDate = true
        break
      case 10: {
        const lower = name.toLowerCase()
        if (lower === 'connection') {
          if (close.test(value)) framing.closes = true
          continue
        }
        if (lower === 'keep-alive') continue
        break
      }
      case 14:
        if (name.toLowerCase() === 'content-length') {
          if (!digits.test(value) || (framing.contentLength >= 0 && framing.contentLength !== Number(value)))
            throw new TypeError(`no length: ${JSON.stringify(value)}`)
          framing.contentLength = Number(value)
          continue
        }
        break
      case 17:
        if (name.toLowerCase() === 'transfer-encoding') continue
        break
      default:
    }
    head += `${name}: ${value}\r\n`
  }
  return head
}

function statusLine(status: number): string {
  const known = statusLines[status]
  if (known !== undefined) return known
  if (!Number.isInteger(status) || status < 200 || status > 999)
    throw new RangeError(`${status} is no status of an answer`)
  const line = `HTTP/1.1 ${status} ${STATUS_CODES[status] ?? ''}\r\n`
  statusLines[status] = line
  return line
}
