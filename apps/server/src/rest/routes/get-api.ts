import { apiSummarySchema } from '../../presenters/api-view.ts'
import { getApi } from '../../procedures/apis/get.ts'
import { defineRoute } from '../define.ts'
import { ofApiPath } from '../parameters.ts'

export const getApiRoute = defineRoute({
  method: 'GET',
  path: '/apis/:api',
  operationId: 'getApi',
  summary: 'An API with its stages',
  tag: 'APIs',
  params: ofApiPath,
  answer: apiSummarySchema,
  handle: ({ ctx, params }) => getApi.run(ctx, { slug: params.api }),
})
