import { type AnswerKind, beginAnswer } from '../answer.ts'
import { Failure } from '../failure.ts'
import type { RawHeaders } from '../headers.ts'
import type { RequestContext } from '../request-context.ts'
import type { UpstreamHandler, UpstreamRequest, WireClient } from '../wire/client.ts'
import { classifyUpstreamError, mayRetry } from './classify-error.ts'

export interface UpstreamAnswer {
  readonly status: number
  readonly headers: RawHeaders
  readonly body: Buffer
}

/**
 * Streams the upstream's answer to the client: whoever is slower holds the other up, nothing is collected. Rejects
 * with a Failure while the client has seen nothing; after that a broken answer breaks the client's connection, for a
 * cut answer must not look whole.
 */
export function proxyAnswer(
  context: RequestContext,
  client: WireClient,
  request: UpstreamRequest,
  kind: AnswerKind,
): Promise<void> {
  const { response, stage } = context
  return send(context, client, request, (resolve, reject, resume) => ({
    head(status, headers) {
      stage?.dialect.proxyHeaders(headers)
      if (status === 204) headers.remove('content-length')
      // The answer to a HEAD announces a body that never comes; a client that asked otherwise would wait for it.
      if (request.method === 'HEAD' && context.request.method !== 'HEAD') {
        headers.remove('content-length')
        headers.remove('transfer-encoding')
      }
      beginAnswer(context, status, headers, kind)
      response.onDrain(resume)
    },
    data: (chunk) => response.write(chunk),
    end() {
      response.end()
      context.finish()
      resolve()
    },
    error(error) {
      const failure = classifyUpstreamError(error, { ...request, answered: response.headSent })
      if (!response.headSent) return reject(failure)
      context.failure = failure
      response.destroy()
      context.finish()
      resolve()
    },
  }))
}

/** The upstream's whole answer, up to `limit` bytes. Rejects with a Failure. */
export function collectAnswer(
  context: RequestContext,
  client: WireClient,
  request: UpstreamRequest,
  limit: number,
): Promise<UpstreamAnswer> {
  let status = 0
  let raw: RawHeaders = []
  const parts: Uint8Array[] = []
  let size = 0
  return send(context, client, request, (resolve, reject) => ({
    head(code, headers) {
      status = code
      raw = headers.raw()
    },
    data(chunk) {
      size += chunk.byteLength
      if (size <= limit) parts.push(chunk)
      else {
        context.cancel?.()
        const reason = `${request.origin}: the answer exceeds ${limit} bytes`
        const params = { limit: `${Math.round(limit / 1024 / 1024)} MB` }
        reject(new Failure('UPSTREAM_TOO_LARGE', { phase: 'integration', reason, params }))
      }
      return true
    },
    end() {
      const answered = { status, headers: raw, body: Buffer.concat(parts, size) }
      context.upstreamAnswer = answered
      resolve(answered)
    },
    error: (error) => reject(classifyUpstreamError(error, { ...request, answered: status !== 0 })),
  }))
}

type MakeHandler<T> = (
  resolve: (value: T) => void,
  reject: (failure: Failure) => void,
  resume: () => void,
) => UpstreamHandler

/** One call, sent a second time where that is safe, cancelled when the client goes away. */
function send<T>(
  context: RequestContext,
  client: WireClient,
  request: UpstreamRequest,
  make: MakeHandler<T>,
): Promise<T> {
  const { inspector } = context
  inspector?.callsUpstream(request)
  const began = performance.now()
  context.integrationAt = began
  context.upstreamRequest = request
  return new Promise<T>((resolve, reject) => {
    const attempt = () => {
      context.attempts += 1
      context.integrationMs = null
      const settle = (failure: Failure) => {
        const again =
          context.attempts === 1 &&
          context.cancel !== null &&
          mayRetry(failure, request.method, request.body !== null)
        if (again) attempt()
        else reject(failure)
      }
      const made = make(resolve, settle, () => call.resume())
      const handler = inspector === null ? made : inspector.listen(made)
      const call = client.send(request, {
        head(status, headers) {
          context.integrationMs = performance.now() - began
          handler.head(status, headers)
        },
        data: (chunk) => handler.data(chunk),
        end: () => handler.end(),
        error(error) {
          context.integrationMs ??= performance.now() - began
          handler.error(error)
        },
      })
      context.upstreamCall = call
      context.cancel = () => call.abort()
    }
    // Set before the first attempt: a call that fails at once must find it.
    context.cancel = () => undefined
    attempt()
  })
}
