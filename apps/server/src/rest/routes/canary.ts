import { z } from 'zod'
import { canaryTrafficSchema } from '../../presenters/canary-view.ts'
import { deployedSchema } from '../../presenters/deployment-view.ts'
import {
  changeCanarySchema,
  promoteCanarySchema,
  seenCanarySchema,
} from '../../procedures/canary/canary.schema.ts'
import { changeCanary } from '../../procedures/canary/change.ts'
import { discardCanary } from '../../procedures/canary/discard.ts'
import { getCanary } from '../../procedures/canary/get.ts'
import { promoteCanary } from '../../procedures/canary/promote.ts'
import { deployNowSchema } from '../../procedures/deployments/deploy-now.schema.ts'
import { deployNow } from '../../procedures/deployments/deploy-now.ts'
import { canarySettingsSchema } from '../../procedures/names.ts'
import { defineRoute } from '../define.ts'
import { ofStagePath, sourceField } from '../parameters.ts'
import { from } from '../source.ts'

const tag = 'Canaries'
const path = '/apis/:api/stages/:stage/canary'
const named = { slug: true, stage: true } as const

const deployCanaryRoute = defineRoute({
  method: 'POST',
  path,
  operationId: 'deployCanary',
  summary: 'Deploy the draft as the canary of a stage, in place of the one that it has',
  description:
    'The stage goes on with what it serves, and the canary gets a part of its requests. Answers once the connected ' +
    'gateways serve both. The same as deploying with `canarySettings`.',
  tag,
  params: ofStagePath,
  body: canarySettingsSchema.extend({
    ...deployNowSchema.pick({ planHash: true, description: true, acknowledge: true }).shape,
    ...sourceField,
  }),
  answer: deployedSchema,
  handle: ({ ctx, params, body: { source, planHash, description, acknowledge, ...canarySettings } }) =>
    deployNow.run(from(source, ctx), {
      slug: params.api,
      stage: params.stage,
      planHash,
      description,
      acknowledge,
      canarySettings,
      createStage: true,
    }),
})

const getCanaryRoute = defineRoute({
  method: 'GET',
  path,
  operationId: 'getCanary',
  summary: 'The canary of a stage, with the recent requests and errors of both sides',
  tag,
  params: ofStagePath,
  answer: canaryTrafficSchema,
  handle: ({ ctx, params }) => getCanary.run(ctx, { slug: params.api, stage: params.stage }),
})

const changeCanaryRoute = defineRoute({
  method: 'PATCH',
  path,
  operationId: 'changeCanary',
  summary: 'Set how much of the traffic the canary gets, at once; what is absent stays as it is',
  tag,
  params: ofStagePath,
  body: changeCanarySchema.omit(named).extend(sourceField),
  answer: canaryTrafficSchema,
  async handle({ ctx, params, body: { source, ...body } }) {
    const stage = { slug: params.api, stage: params.stage }
    await changeCanary.run(from(source, ctx), { ...body, ...stage })
    return getCanary.run(ctx, stage)
  },
})

const promoteCanaryRoute = defineRoute({
  method: 'POST',
  path: `${path}/promote`,
  operationId: 'promoteCanary',
  summary: 'Have the stage serve what its canary serves, with its variables, and end the canary',
  tag,
  params: ofStagePath,
  body: promoteCanarySchema.omit(named).extend(sourceField),
  answer: deployedSchema,
  handle: ({ ctx, params, body: { source, ...body } }) =>
    promoteCanary.run(from(source, ctx), { ...body, slug: params.api, stage: params.stage }),
})

const discardCanaryRoute = defineRoute({
  method: 'DELETE',
  path,
  operationId: 'discardCanary',
  summary: 'End the canary: all requests go to what the stage serves',
  tag,
  params: ofStagePath,
  query: seenCanarySchema.omit(named).extend(sourceField),
  status: 204,
  answer: z.void(),
  handle: ({ ctx, params, query: { source, ...query } }) =>
    discardCanary.run(from(source, ctx), { ...query, slug: params.api, stage: params.stage }),
})

export const canaryRoutes = [
  deployCanaryRoute,
  getCanaryRoute,
  changeCanaryRoute,
  promoteCanaryRoute,
  discardCanaryRoute,
]
