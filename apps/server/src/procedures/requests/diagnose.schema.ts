import { z } from 'zod'

export const diagnosedRequest = z.object({
  repeat: z
    .boolean()
    .default(false)
    .describe('Also a request that may change something: of a method other than GET, HEAD and OPTIONS.'),
  body: z
    .string()
    .max(10_000_000)
    .optional()
    .describe('Sent in place of one that streamed by, and is therefore not kept.'),
  bodyEncoding: z.enum(['text', 'base64']).default('text'),
})

export const diagnoseRequestSchema = diagnosedRequest.extend({ id: z.string().min(1).max(200) })
