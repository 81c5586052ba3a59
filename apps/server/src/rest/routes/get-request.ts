import { z } from 'zod'
import { requestViewSchema } from '../../presenters/request-view.ts'
import { getRequest } from '../../procedures/requests/get.ts'
import { defineRoute } from '../define.ts'

export const getRequestRoute = defineRoute({
  method: 'GET',
  path: '/requests/:id',
  operationId: 'getRequest',
  summary: 'What happened to one request, by the id that its client saw',
  tag: 'Requests',
  params: z.object({ id: z.string() }),
  answer: requestViewSchema,
  handle: ({ ctx, params }) => getRequest.run(ctx, params),
})
