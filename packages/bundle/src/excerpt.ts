import { z } from 'zod'

export const headersSchema = z.array(z.tuple([z.string(), z.string()]))

/** A body, or its beginning. */
export const excerptSchema = z.strictObject({
  text: z.string(),
  /** Bytes that are no UTF-8 are shown as base64. */
  encoding: z.enum(['text', 'base64']),
  /** Length of the whole body, as far as it came. */
  bytes: z.number().int(),
  /** False: `text` is only the beginning, or the body did not end. */
  whole: z.boolean(),
})
export type Excerpt = z.infer<typeof excerptSchema>
