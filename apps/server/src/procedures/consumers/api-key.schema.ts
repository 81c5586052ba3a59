import { z } from 'zod'

export const createApiKeySchema = z.strictObject({
  name: z.string().trim().min(1, 'A name is needed.').max(1024),
  /** Absent: one is made. Amazon's length; anything that a header can carry without being changed. */
  value: z
    .string()
    .regex(
      /^[\x21-\x7e]{20,128}$/,
      'A value has 20 to 128 letters, digits or other signs of ASCII, and no spaces.',
    )
    .optional(),
  enabled: z.boolean().default(true),
})

export const ofApiKey = z.object({ id: z.string() })
export const enableApiKeySchema = ofApiKey.extend({ enabled: z.boolean() })
