import { type Excerpt, type FailedCall, failedCallBytes } from '@penstock/bundle'
import type { Failure } from '../failure.ts'
import { excerpt } from '../inspection/excerpt.ts'
import { hide, masked, secretsIn } from '../inspection/mask.ts'
import type { RequestContext } from '../request-context.ts'
import type { UpstreamAnswer } from '../upstream/call-upstream.ts'
import { type CallTrace, sentHeaders, type UpstreamRequest } from '../wire/client.ts'
import { blot, blotAnswer, withoutQueryValues } from './blot.ts'
import { hiddenValues, shownHeaders } from './harmless-headers.ts'

/** A call over HTTP that failed, or whose answer could not be used. */
export interface Failed {
  readonly failure: Failure
  readonly request: UpstreamRequest
  readonly trace: CallTrace
  /** Where it was whole. */
  readonly answer: UpstreamAnswer | null
  readonly attempts: number
  readonly afterMs: number
  /** What a stage holds apart from its definition may be a secret. */
  readonly variables: readonly string[]
}

/** Null for a request that went well, that did not come to such a call, or whose client is to blame. */
export function failedOf(context: RequestContext): Failed | null {
  const { failure, upstreamRequest: request, upstreamCall, upstreamAnswer, stage } = context
  if (failure === null || request === null || upstreamCall === null || failure.fault === 'client') return null
  // What could not be written as a request was never sent, and must not be by other means.
  if (unsendable.has(eventOf(failure) ?? '')) return null
  const trace = upstreamCall.trace()
  const now = performance.now() - context.integrationAt
  // Without a head it ended with the call; by now the client has been answered besides.
  const hasHead = upstreamAnswer !== null || trace.step === 'answering'
  const afterMs = hasHead ? now : (context.integrationMs ?? now)
  return {
    failure,
    request: { ...request, headers: sentHeaders(request), passed: '' },
    trace,
    answer: upstreamAnswer,
    attempts: context.attempts,
    afterMs: Math.round(afterMs * 100) / 100,
    variables: Object.values(stage?.variables ?? {}),
  }
}

const unsendable: ReadonlySet<string> = new Set([
  'WIRE_REQUEST_INVALID',
  'UND_ERR_INVALID_ARG',
  'UND_ERR_NOT_SUPPORTED',
])

/** As it may be stored, and read by everybody who reads the request log. */
export function recordedCall(failed: Failed): FailedCall {
  return callOf(failed, failedCallBytes, { raw: blotAnswer, part: blot, body: blot })
}

/** With the bytes as they came, for whoever may send such a request anyway. Takes no more than `limit` of them. */
export function wholeCall(failed: Failed, limit: number): FailedCall {
  const secrets = secretsIn(hiddenValues(failed.request))
  // A character is a byte.
  const shown = (text: string) => hide(text, secrets).replaceAll(masked, '******')
  return callOf(failed, limit, { raw: shown, part: shown, body: shown })
}

interface Shown {
  /** Of an answer from its first byte, of a part of its body, and of a whole body; a character is a byte. */
  readonly raw: (bytes: string) => string
  readonly part: (bytes: string) => string
  readonly body: (bytes: string) => string
}

function callOf(failed: Failed, limit: number, shown: Shown): FailedCall {
  const { failure, request, trace, answer, attempts, afterMs, variables } = failed
  const { body } = request
  return {
    method: request.method,
    url: request.origin + hide(withoutQueryValues(request.path), secretsIn(variables)),
    headers: shownHeaders(request.headers),
    bodyBytes: body === null ? 0 : body instanceof Uint8Array ? body.byteLength : null,
    timeoutMs: request.timeoutMs,
    attempts,
    connection: trace.isReused === null ? null : trace.isReused ? 'reused' : 'new',
    address: trace.address,
    step: answer === null ? trace.step : 'answered',
    event: answer === null ? eventOf(failure) : null,
    afterMs,
    answer: answer && { status: answer.status, headers: shownHeaders(answer.headers) },
    received: answer
      ? {
          bytes: answer.body.length,
          start: part(answer.body.toString('latin1', 0, limit), answer.body.length, shown.body),
          broke: null,
        }
      : {
          bytes: trace.received,
          start: part(trace.start.slice(0, limit), trace.received, shown.raw),
          broke: part(trace.broke, trace.broke.length, shown.part),
        },
  }
}

/** What happened on the socket: the system's word for it, or ours. */
export function eventOf({ code, cause }: Failure): string | null {
  if (code === 'UPSTREAM_TIMEOUT') return 'TIMEOUT'
  if (code === 'UPSTREAM_TOO_LARGE') return 'TOO_LARGE'
  const word = (cause as { code?: unknown } | null | undefined)?.code
  return typeof word === 'string' ? word : null
}

function part(bytes: string, size: number, shown: (bytes: string) => string): Excerpt | null {
  if (bytes === '') return null
  const kept = Buffer.from(shown(bytes), 'latin1')
  return { ...excerpt(kept, kept.length), bytes: size, whole: bytes.length >= size }
}
