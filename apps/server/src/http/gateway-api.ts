import { ackSchema, healthReportSchema, requestBatchSchema } from '@penstock/bundle'
import { AppError, errorPagesPath } from '@penstock/errors'
import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import type { Core } from '../core.ts'
import { parseInput } from '../procedures/invalid-input.ts'
import { statesForGateways } from '../sync/states-for-gateways.ts'
import { createRequestRecorder } from './record-requests.ts'
import { serverSentEvents } from './server-sent-events.ts'
import { knownOrigin } from './known-origin.ts'
import type { Shell } from './shell.ts'

const nodeSchema = z.object({ node: z.string().min(1).max(200) })
const hashSchema = z.object({ hash: z.string().regex(/^[\w-]{43}$/) })

/** What gateway nodes ask of the control plane; see the bundle package's sync.ts. */
export async function registerGatewayApi(app: FastifyInstance, core: Core, shell: Shell): Promise<void> {
  const record = createRequestRecorder(core)
  await app.register(
    async (scope) => {
      scope.addHook('onRoute', (route) => void (route.config = { ...route.config, access: 'gateway' }))

      scope.get('/sync', (request, reply) => {
        const { node } = parseInput(nodeSchema, request.query)
        const gone = new AbortController()
        request.raw.socket.once('close', () => gone.abort())
        const signal = AbortSignal.any([gone.signal, shell.closing])
        const origin = knownOrigin(shell, request)
        const states = statesForGateways(core.sync.connect(node, signal), {
          gatewayToken: shell.gatewayToken,
          errorPages: origin === null ? null : `${origin}${errorPagesPath}`,
        })
        return serverSentEvents(reply, 'state', states, signal)
      })

      scope.get('/bundles/:hash', async (request, reply) => {
        const { hash } = parseInput(hashSchema, request.params)
        const bytes = await core.sync.bundle(hash)
        if (!bytes) throw new AppError('BUNDLE_NOT_FOUND', { params: { hash } })
        return reply
          .type('application/json')
          .header('cache-control', 'private, max-age=31536000, immutable')
          .send(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength))
      })

      scope.post('/acks', async (request, reply) => {
        core.sync.acknowledge(parseInput(ackSchema, request.body))
        return reply.code(204).send()
      })

      scope.post('/health', { bodyLimit: 16 * 1024 * 1024 }, async (request, reply) => {
        core.targets.report(parseInput(healthReportSchema, request.body))
        return reply.code(204).send()
      })

      scope.post('/requests', { bodyLimit: 16 * 1024 * 1024 }, async (request, reply) => {
        await record(parseInput(requestBatchSchema, request.body))
        return reply.code(204).send()
      })
    },
    { prefix: '/gateway/v1' },
  )
}
