import { z } from 'zod'
import { renderTemplateSchema } from '../../procedures/templates/render.schema.ts'
import { renderTemplate } from '../../procedures/templates/render.ts'
import { defineRoute } from '../define.ts'

export const renderTemplateRoute = defineRoute({
  method: 'POST',
  path: '/templates/render',
  operationId: 'renderTemplate',
  summary: 'Render a mapping template with an input of your own',
  tag: 'Templates',
  body: renderTemplateSchema,
  answer: z.object({
    output: z.string(),
    overrides: z
      .object({ requestOverride: z.unknown().optional(), responseOverride: z.unknown().optional() })
      .optional()
      .describe('What the template set in $context.requestOverride and $context.responseOverride.'),
    mockStatus: z
      .number()
      .optional()
      .describe('The status that a mock integration would read from the output.'),
  }),
  handle: ({ ctx, body }) => renderTemplate.run(ctx, body),
})
