import { z } from 'zod'
import { slugSchema } from '../names.ts'

export const createApiSchema = z.object({
  name: z.string().trim().min(1, 'A name is needed.').max(200),
  slug: slugSchema.optional(),
  /** What it is for as long as it lives. */
  type: z.enum(['REST', 'HTTP', 'WEBSOCKET']).optional(),
  /** Begin with the sample API instead of an empty one. */
  sample: z.boolean().optional(),
})
