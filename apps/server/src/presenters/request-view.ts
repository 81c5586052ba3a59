import { requestRecordSchema } from '@penstock/bundle'
import { z } from 'zod'

/** A request as a gateway recorded it, and the node that did; absent of those that came before nodes were told. */
export const storedRequestSchema = requestRecordSchema.extend({ node: z.string().optional() })
export type StoredRequest = z.infer<typeof storedRequestSchema>

/** What happened to one request, as a line of the log says it. */
export const requestViewSchema = storedRequestSchema.omit({ call: true })
export type RequestView = z.infer<typeof requestViewSchema>

const phaseSchema = z.object({
  name: z.enum(['request', 'integration', 'response']),
  startMs: z.number().describe('Since the beginning of the request.'),
  durationMs: z.number(),
  outcome: z
    .enum(['passed', 'failed', 'skipped'])
    .describe('`skipped`: the integration was not called, for the cache had the answer.'),
})
export type RequestPhase = z.infer<typeof phaseSchema>

/** The same with all that is known of it. */
export const requestDetailSchema = storedRequestSchema.extend({
  phases: z
    .array(phaseSchema)
    .describe(
      'Until the integration was called, until its answer began, and until the client had it. Empty for records of older nodes.',
    ),
})
export type RequestDetailView = z.infer<typeof requestDetailSchema>
