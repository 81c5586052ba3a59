import { z } from 'zod'
import { slugSchema } from '../names.ts'

export const listAuditSchema = z.object({
  slug: slugSchema.optional(),
  limit: z.number().int().min(1).max(1000).optional(),
})
