import { limitSchema } from '@penstock/bundle'
import { z } from 'zod'
import { slugSchema, stageNameSchema } from '../names.ts'

/** Strict: a limit that is not known here would be one that nobody holds. */
export const usagePlanSchema = z.strictObject({
  name: z.string().trim().min(1, 'A name is needed.').max(1024),
  stages: z.array(z.strictObject({ api: slugSchema, stage: stageNameSchema })).default([]),
  keys: z.array(z.string()).default([]).describe('Names of API keys.'),
  throttle: limitSchema.optional().describe('Of each key by itself, over all stages of the plan.'),
  quota: z.unknown().optional().describe('Not counted by this version: such a plan is refused.'),
})

export const ofUsagePlan = z.object({ id: z.string() })
export const replaceUsagePlanSchema = ofUsagePlan.extend({ plan: usagePlanSchema })
