import type { ErrorCode } from '@penstock/errors'
import { Failure } from '../failure.ts'
import { UpstreamTimeoutError } from '../wire/client.ts'

const byCode: Readonly<Record<string, ErrorCode | undefined>> = {
  ECONNREFUSED: 'UPSTREAM_REFUSED',
  ENOTFOUND: 'UPSTREAM_NAME_UNKNOWN',
  EAI_AGAIN: 'UPSTREAM_NAME_UNKNOWN',
  EHOSTUNREACH: 'UPSTREAM_UNREACHABLE',
  ENETUNREACH: 'UPSTREAM_UNREACHABLE',
  EADDRNOTAVAIL: 'UPSTREAM_UNREACHABLE',
  ETIMEDOUT: 'UPSTREAM_UNREACHABLE',
  UND_ERR_CONNECT_TIMEOUT: 'UPSTREAM_UNREACHABLE',
  UND_ERR_BODY_TIMEOUT: 'UPSTREAM_CLOSED_EARLY',
  UND_ERR_RES_CONTENT_LENGTH_MISMATCH: 'UPSTREAM_WRONG_LENGTH',
  UND_ERR_HEADERS_OVERFLOW: 'UPSTREAM_NOT_HTTP',
  UND_ERR_REQ_CONTENT_LENGTH_MISMATCH: 'CLIENT_GONE',
  UND_ERR_INVALID_ARG: 'MAPPING_FAILED',
  UND_ERR_NOT_SUPPORTED: 'MAPPING_FAILED',
  WIRE_CONNECT_TIMEOUT: 'UPSTREAM_UNREACHABLE',
  WIRE_STALLED: 'UPSTREAM_CLOSED_EARLY',
  WIRE_NOT_HTTP: 'UPSTREAM_NOT_HTTP',
  WIRE_REQUEST_LENGTH: 'CLIENT_GONE',
  WIRE_REQUEST_INVALID: 'MAPPING_FAILED',
  EPROTO: 'UPSTREAM_TLS_FAILED',
}

const tls = /^(ERR_TLS|ERR_SSL|CERT_|DEPTH_ZERO_|SELF_SIGNED_|UNABLE_TO_|HOSTNAME_MISMATCH|INVALID_CA)/

export interface CallState {
  /** `http://host:port`, for the log. */
  readonly origin: string
  readonly timeoutMs: number
  /** The head of the answer had arrived. */
  readonly answered: boolean
}

/** What a failed call to an upstream is to be called, with the operating system's own words as the cause. */
export function classifyUpstreamError(error: Error, call: CallState): Failure {
  const code = codeOf(error, call.answered)
  const words = [error.message, (error as { code?: unknown }).code].filter((part) => typeof part === 'string')
  return new Failure(code, {
    phase: 'integration',
    reason: `${call.origin}: ${[...new Set(words)].join(', ') || error.name}`,
    params: { timeoutMs: call.timeoutMs },
    cause: error,
  })
}

function codeOf(error: Error, answered: boolean): ErrorCode {
  if (error instanceof UpstreamTimeoutError) return 'UPSTREAM_TIMEOUT'
  const code = (error as { code?: unknown }).code
  if (typeof code === 'string') {
    const known = byCode[code]
    if (known) return known
    if (tls.test(code)) return 'UPSTREAM_TLS_FAILED'
    if (code.startsWith('HPE_'))
      return code === 'HPE_INVALID_EOF_STATE' ? closed(answered) : 'UPSTREAM_NOT_HTTP'
  }
  if (error.name === 'HTTPParserError') return 'UPSTREAM_NOT_HTTP'
  return closed(answered)
}

function closed(answered: boolean): ErrorCode {
  return answered ? 'UPSTREAM_CLOSED_EARLY' : 'UPSTREAM_RESET'
}

/**
 * A kept-alive connection may be closed by the upstream at the very moment we send on it. What has no body and
 * changes nothing is sent once more, on another connection.
 */
export function mayRetry(failure: Failure, method: string, hasBody: boolean): boolean {
  return (
    failure.code === 'UPSTREAM_RESET' &&
    !hasBody &&
    (method === 'GET' || method === 'HEAD' || method === 'OPTIONS')
  )
}
