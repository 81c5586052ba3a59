import type { CallTrace, UpstreamRequest } from '../wire/client.ts'

/** RFC 9110 §9.2.2: of several the effect is meant to be that of one. */
const idempotent = new Set(['GET', 'HEAD', 'OPTIONS', 'TRACE', 'PUT', 'DELETE'])

/** Errors of making a connection: nothing was sent, whoever does not say how far the call came. */
const unconnected = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'UND_ERR_CONNECT_TIMEOUT'])

/** What is wrong is the request, or its sender went away: no target is to blame, and none would do better. */
const ofRequest = new Set([
  'WIRE_REQUEST_INVALID',
  'WIRE_REQUEST_LENGTH',
  'UND_ERR_REQ_CONTENT_LENGTH_MISMATCH',
  'UND_ERR_INVALID_ARG',
  'UND_ERR_NOT_SUPPORTED',
])

/** Whether the failure of a call says something of its target. */
export function blamesTarget(error: Error): boolean {
  return !ofRequest.has(codeOf(error))
}

/**
 * Whether a call that failed may be sent to another target: nothing of it was sent, or its method is idempotent
 * (RFC 9110 §9.2.2) and its body is still there. A body that is being streamed is gone with its first byte.
 */
export function maySendAgain(
  { method, body }: Pick<UpstreamRequest, 'method' | 'body'>,
  error: Error,
  { step }: Pick<CallTrace, 'step'>,
): boolean {
  if (!blamesTarget(error)) return false
  const isKept = body === null || body instanceof Uint8Array
  if (step === 'queued' || step === 'connecting') return true
  if (step === null && unconnected.has(codeOf(error))) return isKept
  return isRepeatable({ method, body })
}

/** Whether a call that was sent may be sent again. */
export function isRepeatable({ method, body }: Pick<UpstreamRequest, 'method' | 'body'>): boolean {
  return idempotent.has(method) && (body === null || body instanceof Uint8Array)
}

function codeOf(error: Error): string {
  const { code } = error as { code?: unknown }
  return typeof code === 'string' ? code : ''
}
