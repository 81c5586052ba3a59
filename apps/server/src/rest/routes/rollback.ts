import { deployedSchema } from '../../presenters/deployment-view.ts'
import { rollbackSchema } from '../../procedures/deployments/rollback.schema.ts'
import { rollback } from '../../procedures/deployments/rollback.ts'
import { defineRoute } from '../define.ts'
import { ofStagePath, sourceField } from '../parameters.ts'
import { from } from '../source.ts'

export const rollbackRoute = defineRoute({
  method: 'POST',
  path: '/apis/:api/stages/:stage/rollback',
  operationId: 'rollback',
  summary: 'Serve an earlier deployment again: a new deployment with its content',
  tag: 'Deployments',
  params: ofStagePath,
  body: rollbackSchema.omit({ slug: true, stage: true }).extend(sourceField),
  answer: deployedSchema,
  handle: ({ ctx, params, body: { source, ...body } }) =>
    rollback.run(from(source, ctx), { ...body, slug: params.api, stage: params.stage }),
})
