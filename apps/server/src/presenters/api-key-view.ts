import { z } from 'zod'

export const apiKeyViewSchema = z.object({
  id: z.string().describe('What mappings know as `$context.identity.apiKeyId`.'),
  name: z.string(),
  prefix: z.string().describe('Its first characters, to recognise it by; empty for a value that was given.'),
  enabled: z.boolean(),
  plans: z.array(z.string()).describe('Names of its usage plans.'),
  createdAt: z.string(),
})
export type ApiKeyView = z.infer<typeof apiKeyViewSchema>

/** The only answer that carries a value in clear. */
export const createdApiKeySchema = z.object({
  value: z.string().nullable().describe('Shown once; null where the value was given.'),
  key: apiKeyViewSchema,
})
export type CreatedApiKey = z.infer<typeof createdApiKeySchema>
