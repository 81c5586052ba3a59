import { z } from 'zod'
import { functionBodySchema, functionNameSchema } from '../../procedures/functions/put.schema.ts'
import { putFunction } from '../../procedures/functions/put.ts'
import { defineRoute } from '../define.ts'
import { ofApiPath } from '../parameters.ts'

export const putFunctionRoute = defineRoute({
  method: 'PUT',
  path: '/apis/:api/functions/:name',
  operationId: 'putFunction',
  summary: 'Create or replace a function of the draft',
  tag: 'APIs',
  params: ofApiPath.extend({ name: functionNameSchema }),
  body: functionBodySchema,
  answer: z.object({ name: z.string() }),
  handle: ({ ctx, params, body }) => putFunction.run(ctx, { ...body, slug: params.api, name: params.name }),
})
