import { type Bundle, heldBytesMax, type StageLimits, usualLimits } from '@penstock/bundle'
import { RequestLimits } from './request-limits.ts'

/** How large and how slow calls of a stage may be. */
export interface CompiledLimits {
  /** Of integrations that say nothing themselves. */
  readonly timeoutMs: number
  /** Of a request's body that is held whole. */
  readonly heldRequestBytes: number
  /** Of one that is passed on as it comes; null: no limit. */
  readonly passedRequestBytes: number | null
  /** Of an answer that is held whole. */
  readonly responseBytes: number
  /** What a request shows before it is routed; null: there is nothing to look at. */
  readonly request: RequestLimits | null
}

/** Of a WebSocket API only the timeout: its messages have limits of their own. */
export function compileLimits(api: Bundle['api'], settings: StageLimits = {}): CompiledLimits {
  const usual = usualLimits(api)
  const bodyBytes = settings.requestBodyBytes ?? usual.requestBodyBytes
  const headerBytes = settings.headerBytes ?? usual.headerBytes
  const urlBytes = settings.urlBytes ?? usual.urlBytes
  const isOpen = api.type === 'WEBSOCKET' || (bodyBytes === null && headerBytes === null && urlBytes === null)
  return {
    timeoutMs: settings.timeoutMs ?? usual.timeoutMs,
    heldRequestBytes: Math.min(bodyBytes ?? usual.heldRequestBytes, heldBytesMax),
    passedRequestBytes: bodyBytes,
    responseBytes: settings.responseBodyBytes ?? usual.responseBodyBytes,
    request: isOpen ? null : new RequestLimits(headerBytes, urlBytes, bodyBytes),
  }
}
