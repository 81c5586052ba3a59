import { z } from 'zod'
import { canaryViewSchema } from './stage-view.ts'

const count = z.number().int()

const sideSchema = z.object({
  version: count,
  requests: count,
  clientErrors: count.describe('Answered with 400 to 499.'),
  serverErrors: count.describe('Answered with 500 or more.'),
  medianMs: z.number().nullable().describe('Null where there was no request.'),
  p95Ms: z.number().nullable(),
})
export type CanarySide = z.infer<typeof sideSchema>

/** A canary beside what its stage serves. */
export const canaryTrafficSchema = z.object({
  canarySettings: canaryViewSchema,
  since: z.string().describe('ISO 8601: the recorded requests of both sides from then on are counted.'),
  base: sideSchema,
  canary: sideSchema,
})
export type CanaryTraffic = z.infer<typeof canaryTrafficSchema>
