import { z } from 'zod'

/** Who did something, beside the words in which it is told. */
export const actorViewSchema = z
  .object({ id: z.string(), kind: z.enum(['user', 'token']) })
  .nullable()
  .describe('The account or API token behind the name, which may be anything; null where that is not known.')
