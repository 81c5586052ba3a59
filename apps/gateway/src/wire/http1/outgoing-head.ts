import type { UpstreamRequest } from '../client.ts'
import { WireError } from '../client.ts'
import { isSendable, isToken } from '../../headers.ts'

/** A request as it is sent, but for the framing of a body whose length nobody gave. */
export interface OutgoingHead {
  /** Without the empty line. */
  readonly text: string
  /** -1: it wasn't given. */
  readonly contentLength: number
}

// Neither blanks nor controls: they would end the target, or the line.
const pathText = /^[/*][\x21-\xff]*$/
const digits = /^\d{1,15}$/

/** Methods whose recipients expect to be told that there is no body (RFC 9110 §8.6). */
const expectsLength = new Set(['POST', 'PUT', 'PATCH'])

/** Throws WIRE_REQUEST_INVALID when the request could not be sent as it is meant. `host` is for one that names none. */
export function outgoingHead(
  { method, path, headers, passed = '', body }: UpstreamRequest,
  host: string,
): OutgoingHead {
  // What follows the answer to a CONNECT is a tunnel: nobody would hold the caller to anything any more.
  if (!isToken(method) || method === 'CONNECT') throw invalid(`method ${JSON.stringify(method)}`)
  if (!pathText.test(path)) {
    // What is in a query may be a secret.
    const [start = ''] = path.split('?', 1)
    throw invalid(pathText.test(start) ? 'query' : `path ${JSON.stringify(start)}`)
  }
  let lines = passed
  let hasHost = false
  let contentLength = -1
  for (let i = 0; i < headers.length; i += 2) {
    const name = headers[i] ?? ''
    const value = headers[i + 1] ?? ''
    if (!isSendable(name, value)) throw invalid(`header ${JSON.stringify(name)}`)
    switch (name.length) {
      case 4:
        if (name.toLowerCase() === 'host') {
          if (hasHost) throw invalid('second host')
          hasHost = true
        }
        break
      case 6:
        if (name.toLowerCase() === 'expect') throw invalid('header expect')
        break
      case 7:
        if (name.toLowerCase() === 'upgrade') throw invalid('header upgrade')
        break
      case 10:
        if (isOfConnection(name)) continue
        break
      case 14:
        if (name.toLowerCase() === 'content-length') {
          if (!digits.test(value) || contentLength >= 0) throw invalid('content-length')
          contentLength = Number(value)
          continue
        }
        break
      case 17:
        if (name.toLowerCase() === 'transfer-encoding') throw invalid('header transfer-encoding')
        break
      default:
    }
    lines += `${name}: ${value}\r\n`
  }
  if (body instanceof Uint8Array) {
    if (contentLength >= 0 && contentLength !== body.byteLength) throw invalid('content-length')
    contentLength = body.byteLength
  } else if (body === null) {
    if (contentLength > 0) throw invalid('content-length')
    if (expectsLength.has(method)) contentLength = 0
  }
  if (contentLength >= 0) lines += `Content-Length: ${contentLength}\r\n`
  const hostLine = hasHost ? '' : `Host: ${host}\r\n`
  return { text: `${method} ${path} HTTP/1.1\r\n${hostLine}${lines}`, contentLength }
}

/** It is ours, and kept. */
function isOfConnection(name: string): boolean {
  const lower = name.toLowerCase()
  return lower === 'connection' || lower === 'keep-alive'
}

function invalid(what: string): WireError {
  return new WireError('WIRE_REQUEST_INVALID', `not to be sent: ${what}`)
}
