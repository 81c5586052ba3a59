import { z } from 'zod'
import { ofOwnStage } from '../names.ts'

export const rollbackSchema = ofOwnStage.extend({
  deployment: z.string(),
  description: z.string().max(2000).optional(),
})
