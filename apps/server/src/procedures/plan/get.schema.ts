import { createStageSchema, ofOwnStage } from '../names.ts'

export const getPlanSchema = ofOwnStage.extend({
  createStage: createStageSchema.optional(),
})
