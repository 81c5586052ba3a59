import { z } from 'zod'
import { deploymentViewSchema } from '../../presenters/deployment-view.ts'
import { listDeployments } from '../../procedures/deployments/list.ts'
import { defineRoute } from '../define.ts'
import { ofStagePath } from '../parameters.ts'

export const listDeploymentsRoute = defineRoute({
  method: 'GET',
  path: '/apis/:api/stages/:stage/deployments',
  operationId: 'listDeployments',
  summary: 'The history of a stage, newest first',
  tag: 'Deployments',
  params: ofStagePath,
  answer: z.object({ deployments: z.array(deploymentViewSchema) }),
  handle: async ({ ctx, params }) => ({
    deployments: await listDeployments.run(ctx, { slug: params.api, stage: params.stage }),
  }),
})
