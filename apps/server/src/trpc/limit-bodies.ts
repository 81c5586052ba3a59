import { Transform } from 'node:stream'
import { AppError } from '@penstock/errors'
import type { FastifyInstance } from 'fastify'

const kilobyte = 1024
const megabyte = 1024 * kilobyte

/** A save may carry an imported API's worth of records, and parsing that much takes seconds of the only thread. */
export const largestBody = 64 * megabyte
const limits = { nobody: 16 * kilobyte, usual: 1 * megabyte, large: largestBody } as const

/** Procedures that may be sent a whole API. */
const large: ReadonlySet<string> = new Set([
  'draft.save',
  'draft.saveLayout',
  'draft.saveText',
  'inspect.explain',
  'inspect.send',
  'requests.diagnose',
])

/** Bounds the body of a call before any of it is parsed, by who calls and what. */
export function limitBodies(scope: FastifyInstance): void {
  scope.addHook('preParsing', async (request, _reply, payload) => {
    const { path = '' } = request.params as { path?: string }
    const needed = path.split(',').some((procedure) => large.has(procedure)) ? 'large' : 'usual'
    const limit = limits[request.actor ? needed : 'nobody']
    const tooLarge = () => new AppError('PAYLOAD_TOO_LARGE', { params: { limit: `${limit} bytes` } })
    if (Number(request.headers['content-length'] ?? 0) > limit) throw tooLarge()
    // What comes in chunks does not say how much it will be.
    let received = 0
    const counted = new Transform({
      transform(chunk: Buffer, _encoding, done) {
        received += chunk.length
        if (received > limit) done(tooLarge())
        else done(null, chunk)
      },
    })
    payload.once('error', (error) => counted.destroy(error))
    return payload.pipe(counted)
  })
}
