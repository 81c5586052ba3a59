import { z } from 'zod'

const texts = z.record(z.string(), z.string())

export const renderTemplateSchema = z.object({
  side: z.enum(['request', 'response']).default('request').describe('Which way the template maps.'),
  template: z.string().max(1_000_000),
  body: z.string().max(10_000_000).default(''),
  params: z
    .object({ path: texts.default({}), querystring: texts.default({}), header: texts.default({}) })
    .default({ path: {}, querystring: {}, header: {} }),
  context: z.record(z.string(), z.unknown()).default({}),
  stageVariables: texts.default({}),
})
