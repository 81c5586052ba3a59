import { AppError } from '@penstock/errors'
import { z } from 'zod'
import { changeConsequencesSchema, consequencesSchema } from '../../presenters/consequences-view.ts'
import { planViewSchema } from '../../presenters/plan-view.ts'
import { getChangeConsequences, getConsequences } from '../../procedures/plan/consequences.ts'
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

export const consequencesRoute = defineRoute({
  method: 'GET',
  path: '/apis/:api/stages/:stage/plan/consequences',
  operationId: 'getPlanConsequences',
  summary: 'How much the routes that each change of the plan touches were used on the stage',
  description:
    'Requests and consumers of the last 24 hours and 30 days, as gateways recorded them. Asked for apart from the plan, ' +
    'which never waits for it.',
  tag: 'Deployments',
  params: ofStagePath,
  answer: consequencesSchema,
  handle: ({ ctx, params }) => getConsequences.run(ctx, { slug: params.api, stage: params.stage }),
})

export const changeConsequencesRoute = defineRoute({
  method: 'GET',
  path: '/apis/:api/stages/:stage/plan/consequences/:change',
  operationId: 'getChangeConsequences',
  summary: 'The same of one change, by route and by consumer',
  tag: 'Deployments',
  params: ofStagePath.extend({ change: z.string().max(500).describe('Id of a change of the plan.') }),
  answer: changeConsequencesSchema,
  async handle({ ctx, params: { api, ...params } }) {
    const found = await getChangeConsequences.run(ctx, { ...params, slug: api })
    if (!found) throw new AppError('NOT_FOUND', { params: { what: 'change with this id in the plan' } })
    return found
  },
})
