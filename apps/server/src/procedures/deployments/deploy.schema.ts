import { z } from 'zod'
import { ofOwnStage } from '../names.ts'

export const deploySchema = ofOwnStage.extend({
  /** The plan that was reviewed; refused with PLAN_STALE when the draft or the stage moved since. */
  planHash: z.string(),
  description: z.string().max(2000).optional(),
})
