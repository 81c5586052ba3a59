import { z } from 'zod'
import { ofApi, stageNameSchema } from '../names.ts'

export const listRequestsSchema = ofApi.extend({
  stage: stageNameSchema.optional(),
  limit: z.number().int().min(1).max(1000).optional(),
})
