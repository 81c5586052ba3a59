import { z } from 'zod'
import { createStageSchema, ofOwnStage } from '../names.ts'

export const getPlanSchema = ofOwnStage.extend({
  createStage: createStageSchema.optional(),
  /** Held before it is told, so that all of it can be asked for however fast others save. */
  hold: z.boolean().optional(),
})
