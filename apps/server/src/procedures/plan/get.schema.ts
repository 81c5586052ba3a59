import { z } from 'zod'
import { createStageSchema, ofOwnStage } from '../names.ts'

export const getPlanSchema = ofOwnStage.extend({
  createStage: createStageSchema.optional(),
  /** Somebody reads it: its graph, its text and its examples will be asked for by its hash. */
  hold: z.boolean().optional(),
})
