import { Failure } from './failure.ts'
import { headerValue } from './headers.ts'
import type { RequestContext } from './request-context.ts'

/** Bodies that a phase has to see are held whole, up to this: Amazon's limit. */
export const bodyLimitBytes = 10 * 1024 * 1024

/** The whole request body, however often it is asked for. Throws PAYLOAD_TOO_LARGE beyond the limit, CLIENT_GONE when the client stops sending. */
export function readBody(context: RequestContext, limit = bodyLimitBytes): Promise<Buffer> {
  const { wholeBody, headers } = context.request
  if (context.heldBody !== null) return Promise.resolve(context.heldBody)
  context.inspector?.enter('request')
  const announced = Number(headerValue(headers, 'content-length') ?? 0)
  if (announced > limit) return Promise.reject(tooLarge(limit))
  if (wholeBody) {
    if (wholeBody.length > limit) return Promise.reject(tooLarge(limit))
    return Promise.resolve((context.heldBody = wholeBody))
  }
  return new Promise((resolve, reject) => {
    const { body } = context.request
    if (body === null) return resolve(Buffer.alloc(0))
    const parts: Buffer[] = []
    let size = 0
    body.on('data', (part: Buffer) => {
      size += part.length
      if (size <= limit) {
        parts.push(part)
        return
      }
      // The rest is read and dropped, so that the client, which is still sending, can read the answer.
      body.removeAllListeners('data')
      body.resume()
      reject(tooLarge(limit))
    })
    body.once('end', () => resolve((context.heldBody = Buffer.concat(parts, size))))
    body.once('error', (cause) =>
      reject(new Failure('CLIENT_GONE', { phase: 'request', reason: 'the body ended early', cause })),
    )
    body.once('close', () =>
      reject(new Failure('CLIENT_GONE', { phase: 'request', reason: 'the body ended early' })),
    )
  })
}

function tooLarge(limit: number): Failure {
  return new Failure('PAYLOAD_TOO_LARGE', {
    phase: 'request',
    reason: `the body exceeds ${limit} bytes`,
    params: { limit: `${Math.round(limit / 1024 / 1024)} MB` },
  })
}
