import { Readable } from 'node:stream'
import { AppError } from '@penstock/errors'
import type { FastifyInstance } from 'fastify'
import type { Core } from '../core.ts'
import { authorize } from '../policies/authorize.ts'
import { presentPlanContent } from '../presenters/contents.ts'
import { parseInput } from '../procedures/invalid-input.ts'
import { ofPlan } from '../procedures/names.ts'
import { jsonLines } from './json-lines.ts'

/**
 * What a plan leads to, for the picture of it, at `/plan-data/<slug>/<stage>/<plan hash>`: like `/draft-data`, and the
 * same for as long as anybody asks.
 */
export function registerPlanData(app: FastifyInstance, core: Core): void {
  app.get('/plan-data/:slug/:stage/:planHash', async (request, reply) => {
    const named = parseInput(ofPlan, request.params)
    if (!request.actor) throw new AppError('UNAUTHENTICATED')
    authorize(request.actor, 'read APIs')
    const parts = await presentPlanContent(core, named)
    reply.header('cache-control', 'no-store').type('application/jsonl; charset=utf-8')
    return reply.send(Readable.from(jsonLines(parts)))
  })
}
