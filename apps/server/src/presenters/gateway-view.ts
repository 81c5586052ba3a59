import { z } from 'zod'

export const gatewayViewSchema = z.object({
  node: z.string(),
  url: z.string(),
  connected: z.boolean(),
  revision: z.number().int().describe('The desired state that it acknowledged last.'),
  stages: z.number().int().describe('Stages that it serves.'),
  problems: z.array(z.object({ api: z.string(), stage: z.string(), message: z.string() })),
})
export type GatewayView = z.infer<typeof gatewayViewSchema>
