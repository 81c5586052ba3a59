import { z } from 'zod'
import { stickySchema } from '@penstock/bundle'
import { ofOwnStage, percentTrafficSchema, variablesSchema } from '../names.ts'

/** A canary, as somebody saw it. */
export const seenCanarySchema = ofOwnStage.extend({
  deploymentId: z
    .string()
    .optional()
    .describe('The canary that this was decided of: refused with CANARY_STALE where it is another by now.'),
  from: z
    .string()
    .optional()
    .describe('What the stage served then: refused with CANARY_STALE where it is something else by now.'),
})

export const changeCanarySchema = seenCanarySchema.omit({ from: true }).extend({
  percentTraffic: percentTrafficSchema.optional(),
  stageVariableOverrides: variablesSchema
    .optional()
    .describe('All of them: what is not here is gone. Absent: they stay.'),
  sticky: stickySchema
    .nullable()
    .optional()
    .describe('Null: chance decides of each request. Absent: it stays.'),
})

export const promoteCanarySchema = seenCanarySchema.extend({ description: z.string().max(2000).optional() })
