import { z } from 'zod'
import { stageSummarySchema } from '../../presenters/stage-view.ts'
import { listStages } from '../../procedures/stages/list.ts'
import { defineRoute } from '../define.ts'
import { ofApiPath } from '../parameters.ts'

export const listStagesRoute = defineRoute({
  method: 'GET',
  path: '/apis/:api/stages',
  operationId: 'listStages',
  summary: 'The stages of an API: what is live, what is staged, who serves it',
  tag: 'Stages',
  params: ofApiPath,
  answer: z.object({ stages: z.array(stageSummarySchema) }),
  handle: async ({ ctx, params }) => ({ stages: await listStages.run(ctx, { slug: params.api }) }),
})
