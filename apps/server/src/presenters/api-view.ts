import { z } from 'zod'
import { stageSummarySchema } from './stage-view.ts'

export const portalVisibilitySchema = z.enum(['off', 'signed-in', 'public'])
export type PortalVisibility = z.infer<typeof portalVisibilitySchema>

const limit = z.number().int()

export const apiSummarySchema = z
  .object({
    slug: z.string(),
    name: z.string(),
    type: z.enum(['REST', 'HTTP', 'WEBSOCKET']),
    compatibility: z.enum(['native', 'aws']),
    operations: z.number().int().describe('Methods in the draft.'),
    updatedAt: z.string().describe('ISO 8601'),
    portal: portalVisibilitySchema,
    usualLimits: z
      .object({
        timeoutMs: limit,
        requestBodyBytes: limit.nullable(),
        responseBodyBytes: limit,
        headerBytes: limit.nullable(),
        urlBytes: limit.nullable(),
      })
      .describe(
        'What holds of a stage that has no such limit of its own; null: nothing but what a gateway takes.',
      ),
    stages: z.array(stageSummarySchema),
    problem: z.string().nullable().describe('Why the rest of this entry could not be read, in words.'),
  })
  .meta({ id: 'Api' })
export type ApiSummary = z.infer<typeof apiSummarySchema>
