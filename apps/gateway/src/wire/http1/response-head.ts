import { headerBlock, incomplete, malformed } from './header-block.ts'
import { fieldText, octets } from './octets.ts'

/** The head of an answer, as `readResponseHead` found it last. */
export const responseHead = { status: 0, minor: 1 }

/**
 * Reads an answer's head (RFC 9112 §4) into `responseHead` and `headerBlock`. Answers the place behind it, or
 * `incomplete`, `malformed`, `tooLarge`.
 */
export function readResponseHead(text: string): number {
  const start = text.slice(0, 9)
  if (start !== 'HTTP/1.1 ' && start !== 'HTTP/1.0 ')
    return 'HTTP/1.1 '.startsWith(start) || 'HTTP/1.0 '.startsWith(start) ? incomplete : malformed
  const { length } = text
  let status = 0
  let at = 9
  for (; at < 12; at++) {
    if (at >= length) return incomplete
    const digit = text.charCodeAt(at) - 48
    if (digit < 0 || digit > 9) return malformed
    status = status * 10 + digit
  }
  if (status < 100) return malformed
  if (at >= length) return incomplete
  // Without a reason there should be a blank all the same; many leave it out.
  let code = text.charCodeAt(at)
  if (code !== 32 && code !== 13) return malformed
  while (code !== 13) {
    if ((octets[code]! & fieldText) === 0) return malformed
    if (++at >= length) return incomplete
    code = text.charCodeAt(at)
  }
  if (at + 1 >= length) return incomplete
  if (text.charCodeAt(at + 1) !== 10) return malformed
  const end = headerBlock.scan(text, at + 2)
  if (end <= 0) return end
  const minor = text.charCodeAt(7) - 48
  if (minor === 0 && headerBlock.isChunked) return malformed
  responseHead.status = status
  responseHead.minor = minor
  return end
}
