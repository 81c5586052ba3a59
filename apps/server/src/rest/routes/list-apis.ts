import { z } from 'zod'
import { apiSummarySchema } from '../../presenters/api-view.ts'
import { listApis } from '../../procedures/apis/list.ts'
import { defineRoute } from '../define.ts'

export const listApisRoute = defineRoute({
  method: 'GET',
  path: '/apis',
  operationId: 'listApis',
  summary: 'All APIs with their stages',
  tag: 'APIs',
  answer: z.object({ apis: z.array(apiSummarySchema) }),
  handle: async ({ ctx }) => ({ apis: await listApis.run(ctx) }),
})
