import { z } from 'zod'
import { removeApi } from '../../procedures/apis/remove.ts'
import { defineRoute } from '../define.ts'
import { ofApiPath } from '../parameters.ts'

export const removeApiRoute = defineRoute({
  method: 'DELETE',
  path: '/apis/:api',
  operationId: 'removeApi',
  summary: 'Remove an API with its draft, its stages and its history',
  tag: 'APIs',
  params: ofApiPath,
  query: z.object({
    confirm: z.string().optional().describe('The slug once more; programs need not send it.'),
  }),
  status: 204,
  answer: z.void(),
  handle: ({ ctx, params, query }) => {
    // A program's token says what it means; a person is asked once more.
    const confirm = query.confirm ?? (ctx.actor.kind === 'token' ? params.api : '')
    return removeApi.run(ctx, { slug: params.api, confirm })
  },
})
