import { limitSchema } from '@penstock/bundle'
import { z } from 'zod'

export const usagePlanViewSchema = z.object({
  id: z.string(),
  name: z.string(),
  stages: z.array(z.object({ api: z.string().describe('Slug of the API.'), stage: z.string() })),
  keys: z.array(z.string()).describe('Names of API keys.'),
  throttle: limitSchema
    .nullable()
    .describe('Of each key by itself, over all stages of the plan; null: none.'),
})
export type UsagePlanView = z.infer<typeof usagePlanViewSchema>
