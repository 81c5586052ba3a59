import { z } from 'zod'
import { actorViewSchema } from './actor-view.ts'

const verdict = z.enum(['breaking', 'risky', 'safe', 'documentation'])

export const checkViewSchema = z.object({
  id: z.string(),
  level: verdict.describe('What it means where nobody says otherwise.'),
  area: z.string(),
  direction: z.enum(['request', 'response']).optional(),
  finds: z.string(),
})

export const overrideViewSchema = z.object({
  check: z.string(),
  level: z.enum(['breaking', 'risky', 'safe', 'off']),
  reason: z.string(),
  by: z.string(),
  actor: actorViewSchema,
  at: z.string().describe('ISO 8601'),
})

export const overrideItemSchema = overrideViewSchema.extend({
  from: verdict
    .nullable()
    .describe('What the check means by itself; null for one of an older version that there is no more.'),
  finds: z.string().nullable().describe('What the check finds; null likewise.'),
})
export type OverrideItem = z.infer<typeof overrideItemSchema>

export const acknowledgedSchema = z.object({
  reason: z.string(),
  by: z.string(),
  actor: actorViewSchema,
  at: z.string().describe('ISO 8601'),
})

export const keptAcknowledgementSchema = acknowledgedSchema.extend({
  change: z.string().describe('Id of the change in the plan.'),
  title: z.string(),
  checks: z.array(z.string()),
})
