import { Failure } from './failure.ts'
import { headerValue } from './headers.ts'
import { bodyTooLarge } from './limits/too-large.ts'
import type { RequestContext } from './request-context.ts'

/**
 * The whole request body, however often it is asked for. Throws PAYLOAD_TOO_LARGE beyond the limit, which is the stage's, and
 * CLIENT_GONE when the client stops sending.
 */
export function readBody(
  context: RequestContext,
  limit = context.stage?.limits.heldRequestBytes ?? 0,
): Promise<Buffer> {
  const { wholeBody, headers } = context.request
  if (context.heldBody !== null) return Promise.resolve(context.heldBody)
  context.inspector?.enter('request')
  const announced = Number(headerValue(headers, 'content-length') ?? 0)
  if (announced > limit) return Promise.reject(bodyTooLarge(limit))
  if (wholeBody) {
    if (wholeBody.length > limit) return Promise.reject(bodyTooLarge(limit))
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
      reject(bodyTooLarge(limit))
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
