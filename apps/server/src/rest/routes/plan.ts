import { z } from 'zod'
import { planViewSchema } from '../../presenters/plan-view.ts'
import { getPlan } from '../../procedures/plan/get.ts'
import { defineRoute } from '../define.ts'
import { flag, ofStagePath } from '../parameters.ts'

export const planRoute = defineRoute({
  method: 'GET',
  path: '/apis/:api/stages/:stage/plan',
  operationId: 'getPlan',
  summary: 'What deploying the draft to the stage would change',
  description:
    'As deploying does, it takes a stage that is not there as one to be made, unless `createStage` is false.',
  tag: 'Deployments',
  params: ofStagePath,
  query: z.object({ createStage: flag.describe('False refuses a stage that is not there (default: true).') }),
  answer: planViewSchema,
  handle: ({ ctx, params, query }) =>
    getPlan.run(ctx, { slug: params.api, stage: params.stage, createStage: query.createStage ?? true }),
})
