import { planViewSchema } from '../../presenters/plan-view.ts'
import { getPlan } from '../../procedures/plan/get.ts'
import { defineRoute } from '../define.ts'
import { ofStagePath } from '../parameters.ts'

export const planRoute = defineRoute({
  method: 'GET',
  path: '/apis/:api/stages/:stage/plan',
  operationId: 'getPlan',
  summary: 'What deploying the draft to the stage would change',
  tag: 'Deployments',
  params: ofStagePath,
  answer: planViewSchema,
  handle: ({ ctx, params }) => getPlan.run(ctx, { slug: params.api, stage: params.stage }),
})
