import { type Readable, Transform } from 'node:stream'
import type { RequestContext } from '../request-context.ts'
import { bodyTooLarge } from './too-large.ts'

/**
 * Calls with a body of which nobody knows how long it is. Where it goes on beyond `limit` bytes the call is cancelled, and
 * rejects with PAYLOAD_TOO_LARGE; the rest is read and dropped, so that the client, which is still sending, can read the answer.
 */
export function passBounded(
  context: RequestContext,
  body: Readable,
  limit: number,
  call: (bounded: Readable) => Promise<void>,
): Promise<void> {
  return new Promise((resolve, reject) => {
    const bounded = boundedBody(body, limit, () => {
      context.cancellable?.cancel()
      reject(bodyTooLarge(limit))
    })
    call(bounded).then(resolve, reject)
  })
}

function boundedBody(body: Readable, limit: number, onTooLarge: () => void): Readable {
  let size = 0
  const bounded = new Transform({
    transform(chunk: Buffer, _, done) {
      size += chunk.length
      if (size <= limit) return done(null, chunk)
      // Never done: what was sent so far must not look whole.
      body.unpipe(bounded)
      body.resume()
      onTooLarge()
    },
  })
  body.once('error', (error) => bounded.destroy(error))
  body.once('close', () => {
    if (!body.readableEnded) bounded.destroy()
  })
  return body.pipe(bounded)
}
