import { Readable } from 'node:stream'
import { AppError } from '@penstock/errors'
import type { FastifyInstance } from 'fastify'
import type { Core } from '../core.ts'
import { authorize } from '../policies/authorize.ts'
import type { DraftPart } from '../presenters/draft-view.ts'
import { presentDraft } from '../presenters/drafts.ts'
import { parseInput } from '../procedures/invalid-input.ts'
import { ofApi } from '../procedures/names.ts'

/**
 * A draft for the designer at `/draft-data/<slug>`: one line of JSON per part. The largest have twenty megabytes; the
 * browser reads the first while the server writes the rest, and between parts there is time for other requests.
 */
export function registerDraftData(app: FastifyInstance, core: Core): void {
  app.get('/draft-data/:slug', async (request, reply) => {
    const { slug } = parseInput(ofApi, request.params)
    if (!request.actor) throw new AppError('UNAUTHENTICATED')
    authorize(request.actor, 'read APIs')
    const parts = await presentDraft(core, slug)
    return reply
      .type('application/jsonl; charset=utf-8')
      .header('cache-control', 'no-store')
      .send(Readable.from(linesOf(parts)))
  })
}

function* linesOf(parts: Iterable<DraftPart>): Generator<string> {
  for (const part of parts) yield `${JSON.stringify(part)}\n`
}
