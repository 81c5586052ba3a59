import { checkList } from '@penstock/diff'
import { z } from 'zod'
import { checkViewSchema, overrideItemSchema } from '../../presenters/verdict-views.ts'
import { acknowledge } from '../../procedures/verdicts/acknowledge.ts'
import { checkIdSchema, overrideSchema } from '../../procedures/verdicts/override.schema.ts'
import { override } from '../../procedures/verdicts/override.ts'
import { listOverrides } from '../../procedures/verdicts/overrides.ts'
import { reasonSchema } from '../../procedures/verdicts/reason.ts'
import { restore } from '../../procedures/verdicts/restore.ts'
import { withdraw } from '../../procedures/verdicts/withdraw.ts'
import { defineRoute } from '../define.ts'
import { ofApiPath, ofStagePath, sourceField } from '../parameters.ts'
import { from } from '../source.ts'

const tag = 'Verdicts'
const ofCheck = ofApiPath.extend({ check: z.string().describe('Id of the check.') })
const ofChange = ofStagePath.extend({ change: z.string().describe('Id of the change in the plan.') })

const listChecksRoute = defineRoute({
  method: 'GET',
  path: '/checks',
  operationId: 'listChecks',
  summary: 'The checks that judge changes',
  tag,
  answer: z.object({ checks: z.array(checkViewSchema) }),
  handle: async () => ({ checks: checkList }),
})

const listOverridesRoute = defineRoute({
  method: 'GET',
  path: '/apis/:api/check-overrides',
  operationId: 'listCheckOverrides',
  summary: 'What checks mean for this API, where somebody said so',
  tag,
  params: ofApiPath,
  answer: z.object({ overrides: z.array(overrideItemSchema) }),
  handle: async ({ ctx, params }) => ({ overrides: await listOverrides.run(ctx, { slug: params.api }) }),
})

const overrideRoute = defineRoute({
  method: 'PUT',
  path: '/apis/:api/check-overrides/:check',
  operationId: 'overrideCheck',
  summary: 'Say what a check means for this API, in every plan from now on',
  tag,
  params: ofApiPath.extend({ check: checkIdSchema.describe('Id of the check.') }),
  body: overrideSchema.omit({ slug: true, check: true }).extend(sourceField),
  status: 204,
  answer: z.void(),
  handle: ({ ctx, params, body: { source, ...body } }) =>
    override.run(from(source, ctx), { ...body, slug: params.api, check: params.check }),
})

const restoreRoute = defineRoute({
  method: 'DELETE',
  path: '/apis/:api/check-overrides/:check',
  operationId: 'restoreCheck',
  summary: 'Let a check mean again what it says by itself',
  tag,
  params: ofCheck,
  status: 204,
  answer: z.void(),
  handle: ({ ctx, params }) => restore.run(ctx, { slug: params.api, check: params.check }),
})

const acknowledgeRoute = defineRoute({
  method: 'PUT',
  path: '/apis/:api/stages/:stage/acknowledgements/:change',
  operationId: 'acknowledgeChange',
  summary: 'Take a staged change upon oneself',
  description:
    'The reason stays with the deployment. A change that becomes another is not acknowledged any more.',
  tag,
  params: ofChange,
  body: z.object({ reason: reasonSchema, ...sourceField }),
  status: 204,
  answer: z.void(),
  handle: ({ ctx, params, body: { source, reason } }) =>
    acknowledge.run(from(source, ctx), {
      slug: params.api,
      stage: params.stage,
      changes: [params.change],
      reason,
    }),
})

const withdrawRoute = defineRoute({
  method: 'DELETE',
  path: '/apis/:api/stages/:stage/acknowledgements/:change',
  operationId: 'withdrawAcknowledgement',
  summary: 'Take an acknowledgement back',
  tag,
  params: ofChange,
  status: 204,
  answer: z.void(),
  handle: ({ ctx, params }) =>
    withdraw.run(ctx, { slug: params.api, stage: params.stage, changes: [params.change] }),
})

export const verdictRoutes = [
  listChecksRoute,
  listOverridesRoute,
  overrideRoute,
  restoreRoute,
  acknowledgeRoute,
  withdrawRoute,
]
