import { z } from 'zod'
import { requestViewSchema } from '../../presenters/request-view.ts'
import { slugSchema, stageNameSchema } from '../../procedures/names.ts'
import { listRequests } from '../../procedures/requests/list.ts'
import { defineRoute } from '../define.ts'

export const listRequestsRoute = defineRoute({
  method: 'GET',
  path: '/requests',
  operationId: 'listRequests',
  summary: 'The latest requests of an API, newest first',
  tag: 'Requests',
  query: z.object({
    api: slugSchema,
    stage: stageNameSchema.optional(),
    limit: z.coerce.number().int().min(1).max(1000).default(100),
  }),
  answer: z.object({ requests: z.array(requestViewSchema) }),
  handle: async ({ ctx, query: { api, ...query } }) => ({
    requests: await listRequests.run(ctx, { ...query, slug: api }),
  }),
})
