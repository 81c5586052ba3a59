import { z } from 'zod'
import { canarySettingsSchema, ofOwnStage } from '../names.ts'
import { reasonSchema } from '../verdicts/reason.ts'

export const deploySchema = ofOwnStage.extend({
  /** The plan that was reviewed; refused with PLAN_STALE when the draft or the stage moved since. */
  planHash: z.string(),
  description: z.string().max(2000).optional(),
  canarySettings: canarySettingsSchema.optional(),
  acknowledge: z
    .array(
      z.object({
        of: z.string().describe('Id of a change of the plan, or of a check: all that it found.'),
        reason: reasonSchema,
      }),
    )
    .optional()
    .describe('Changes that are taken upon oneself; the reasons stay with the deployment.'),
})
