import { Readable } from 'node:stream'
import { AppError } from '@penstock/errors'
import type { FastifyInstance } from 'fastify'
import type { Core } from '../core.ts'
import { authorize } from '../policies/authorize.ts'
import { presentDraft } from '../presenters/drafts.ts'
import { parseInput } from '../procedures/invalid-input.ts'
import { ofApi } from '../procedures/names.ts'
import { jsonLines } from './json-lines.ts'

/**
 * A draft for the designer at `/draft-data/<slug>`: one line of JSON per part. The largest have twenty megabytes; the
 * browser reads the first while the server writes the rest, and between parts there is time for other requests. Who has
 * it already and asks whether it changed (`If-None-Match`) hears that it did not.
 */
export function registerDraftData(app: FastifyInstance, core: Core): void {
  app.get('/draft-data/:slug', async (request, reply) => {
    const { slug } = parseInput(ofApi, request.params)
    if (!request.actor) throw new AppError('UNAUTHENTICATED')
    authorize(request.actor, 'read APIs')
    const { tag, parts } = await presentDraft(core, slug)
    reply.header('cache-control', 'no-store').header('etag', tag)
    if (isKnown(request.headers['if-none-match'], tag)) return reply.code(304).send()
    return reply.type('application/jsonl; charset=utf-8').send(Readable.from(jsonLines(parts)))
  })
}

/** What compresses on the way may have weakened the tag: that means the same here. */
function isKnown(known: string | undefined, tag: string): boolean {
  return known?.split(',').some((each) => each.trim().replace(/^W\//, '') === tag) ?? false
}
