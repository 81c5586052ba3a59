import { z } from 'zod'
import { stageNameSchema } from '../procedures/names.ts'

/** A call that a reader of a portal makes. */
export const callSchema = z.object({
  stage: stageNameSchema,
  method: z.string().regex(/^[A-Z]{1,20}$/, 'A method is written in capital letters.'),
  /** What follows the stage, query included; begins with a slash. */
  path: z.string().startsWith('/').max(16_384),
  headers: z.array(z.tuple([z.string(), z.string()])).max(100),
  body: z.string().max(10_000_000).optional(),
})
