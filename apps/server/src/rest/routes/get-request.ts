import { z } from 'zod'
import { requestDetailSchema } from '../../presenters/request-view.ts'
import { getRequest } from '../../procedures/requests/get.ts'
import { defineRoute } from '../define.ts'

export const getRequestRoute = defineRoute({
  method: 'GET',
  path: '/requests/:id',
  operationId: 'getRequest',
  summary: 'What happened to one request, by the id that its client saw',
  description:
    'Where its integration could not be called, or its answer not be used, `call` says how it was called, how far that came and what the backend sent. Values of its query, of headers that are not known to be harmless, and the letters of what came are blotted out.',
  tag: 'Requests',
  params: z.object({ id: z.string() }),
  answer: requestDetailSchema,
  handle: ({ ctx, params }) => getRequest.run(ctx, params),
})
