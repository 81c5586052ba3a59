import type { FastifyInstance } from 'fastify'
import type { Core } from '../core.ts'

/** For whatever watches over the process: 200 once the database answers too, 503 when it does not. */
export function registerHealth(app: FastifyInstance, { db }: Core): void {
  app.get('/healthz', { config: { access: 'public' } }, async (_request, reply) => {
    await db.$queryRaw`select 1`
    return reply.header('cache-control', 'no-store').send({ status: 'ok' })
  })
}
