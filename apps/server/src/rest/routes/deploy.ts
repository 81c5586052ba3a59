import { deployedSchema } from '../../presenters/deployment-view.ts'
import { deployNowSchema } from '../../procedures/deployments/deploy-now.schema.ts'
import { deployNow } from '../../procedures/deployments/deploy-now.ts'
import { defineRoute } from '../define.ts'
import { ofStagePath, sourceField } from '../parameters.ts'
import { from } from '../source.ts'

export const deployRoute = defineRoute({
  method: 'POST',
  path: '/apis/:api/stages/:stage/deployments',
  operationId: 'deploy',
  summary: 'Deploy the draft to a stage',
  description:
    'Answers once the connected gateways serve it. With a `planHash` it deploys exactly what was reviewed. A stage that ' +
    'is not there is made, unless `createStage` is false; the first stage of an API always.',
  tag: 'Deployments',
  params: ofStagePath,
  body: deployNowSchema.omit({ slug: true, stage: true }).extend(sourceField),
  answer: deployedSchema,
  handle: ({ ctx, params, body: { source, ...body } }) =>
    deployNow.run(from(source, ctx), { createStage: true, ...body, slug: params.api, stage: params.stage }),
})
