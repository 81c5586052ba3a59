import { z } from 'zod'
import { createdTokenSchema, tokenViewSchema } from '../../presenters/token-view.ts'
import { createTokenSchema } from '../../procedures/tokens/create.schema.ts'
import { createToken } from '../../procedures/tokens/create.ts'
import { listTokens } from '../../procedures/tokens/list.ts'
import { revokeToken } from '../../procedures/tokens/revoke.ts'
import { defineRoute } from '../define.ts'

export const listTokensRoute = defineRoute({
  method: 'GET',
  path: '/tokens',
  operationId: 'listTokens',
  summary: 'API tokens that work',
  tag: 'Access',
  answer: z.object({ tokens: z.array(tokenViewSchema) }),
  handle: async ({ ctx }) => ({ tokens: await listTokens.run(ctx) }),
})

export const createTokenRoute = defineRoute({
  method: 'POST',
  path: '/tokens',
  operationId: 'createToken',
  summary: 'Make an API token; it is shown in this answer and never again',
  tag: 'Access',
  body: createTokenSchema,
  status: 201,
  answer: createdTokenSchema,
  handle: ({ ctx, body }) => createToken.run(ctx, body),
})

export const revokeTokenRoute = defineRoute({
  method: 'DELETE',
  path: '/tokens/:id',
  operationId: 'revokeToken',
  summary: 'The token stops working at once',
  tag: 'Access',
  params: z.object({ id: z.string() }),
  status: 204,
  answer: z.void(),
  handle: ({ ctx, params }) => revokeToken.run(ctx, params),
})
