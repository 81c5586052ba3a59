import { z } from 'zod'
import { upstreamViewSchema } from '../../presenters/upstreams.ts'
import { listUpstreams } from '../../procedures/upstreams/list.ts'
import { defineRoute } from '../define.ts'
import { ofApiPath } from '../parameters.ts'

export const listUpstreamsRoute = defineRoute({
  method: 'GET',
  path: '/apis/:api/upstreams',
  operationId: 'listUpstreams',
  summary: 'The targets of an API’s upstreams as each gateway node finds them, by stage',
  tag: 'Stages',
  params: ofApiPath,
  answer: z.object({ upstreams: z.array(upstreamViewSchema) }),
  handle: async ({ ctx, params }) => ({
    upstreams: [...(await listUpstreams.run(ctx, { slug: params.api }))],
  }),
})
