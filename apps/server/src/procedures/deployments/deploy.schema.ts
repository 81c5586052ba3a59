import { z } from 'zod'
import { ofOwnStage, variablesSchema } from '../names.ts'

export const deploySchema = ofOwnStage.extend({
  /** The plan that was reviewed; refused with PLAN_STALE when the draft or the stage moved since. */
  planHash: z.string(),
  description: z.string().max(2000).optional(),
})

/** Automation may deploy what is there now, and set the stage's variables in the same step. */
export const deployNowSchema = ofOwnStage.extend({
  planHash: z.string().optional(),
  description: z.string().max(2000).optional(),
  variables: variablesSchema.optional(),
})
