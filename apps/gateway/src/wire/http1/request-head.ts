import { headerBlock, incomplete, malformed } from './header-block.ts'
import { octets, targetText, token } from './octets.ts'

/** Longest method; beyond it, it is no HTTP. */
const methodMax = 32
const space = 32

/** The head of a request, as `readRequestHead` found it last. */
export const requestHead = {
  method: '',
  /** In origin form, or `*`. */
  target: '',
  /** HTTP/1.0 or 1.1. */
  minor: 1,
  /** Where the header lines begin. */
  headersAt: 0,
  /** Behind the empty line. */
  end: 0,
}

/**
 * Reads a request's head (RFC 9112 §3) into `requestHead` and `headerBlock`. Answers the place behind it, or
 * `incomplete`, `malformed`, `tooLarge`.
 */
export function readRequestHead(text: string): number {
  let at = 0
  const { length } = text
  const methodStart = at
  for (; at < length; at++) {
    const code = text.charCodeAt(at)
    if (code === space) break
    if ((octets[code]! & token) === 0) return malformed
  }
  if (at - methodStart > methodMax) return malformed
  if (at === length) return incomplete
  if (at === methodStart) return malformed
  const methodEnd = at++
  const targetStart = at
  for (; at < length; at++) {
    const code = text.charCodeAt(at)
    if (code === space) break
    if ((octets[code]! & targetText) === 0) return malformed
  }
  if (at === length) return incomplete
  if (at === targetStart) return malformed
  const targetEnd = at++
  const version = text.slice(at, at + 10)
  const isLatest = version === 'HTTP/1.1\r\n'
  if (!isLatest && version !== 'HTTP/1.0\r\n')
    return 'HTTP/1.1\r\n'.startsWith(version) || 'HTTP/1.0\r\n'.startsWith(version) ? incomplete : malformed
  at += 10
  const end = headerBlock.scan(text, at)
  if (end <= 0) return end
  // An encoding in HTTP/1.0 is faulty (§6.1); 1.1 needs one Host, and no request may have two (§3.2).
  if (headerBlock.hosts > 1 || (isLatest ? headerBlock.hosts === 0 : headerBlock.isChunked)) return malformed
  const host = headerBlock.hosts === 0 ? '' : text.slice(headerBlock.hostStart, headerBlock.hostEnd)
  if (!hostText.test(host)) return malformed
  const method = text.slice(methodStart, methodEnd)
  const target = originForm(text.slice(targetStart, targetEnd), method, host)
  if (target === null || method === 'CONNECT') return malformed
  requestHead.method = method
  requestHead.target = target
  requestHead.minor = isLatest ? 1 : 0
  requestHead.headersAt = at
  requestHead.end = end
  return end
}

/** What may stand in a host and its port (RFC 3986 §3.2); without a name for whom it is, it is empty. */
const hostText = /^[\w.\-~%!$&'()*+,;=:[\]]*$/

const absolute = /^https?:\/\/([^/?]*)/i

/** Servers must take `GET http://host/path` (RFC 9112 §3.2.2), but not when the Host says another than the target. */
function originForm(target: string, method: string, host: string): string | null {
  if (target.charCodeAt(0) === 47) return target
  if (target === '*') return method === 'OPTIONS' ? target : null
  const authority = absolute.exec(target)
  if (authority === null || authority[1] === '') return null
  if (host !== '' && authority[1]?.toLowerCase() !== host.toLowerCase()) return null
  if (!hostText.test(authority[1] ?? '')) return null
  const rest = target.slice(authority[0].length)
  return rest.startsWith('/') ? rest : `/${rest}`
}
