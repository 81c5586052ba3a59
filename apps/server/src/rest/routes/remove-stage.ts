import { z } from 'zod'
import { removeStage } from '../../procedures/stages/remove.ts'
import { defineRoute } from '../define.ts'
import { ofStagePath } from '../parameters.ts'

export const removeStageRoute = defineRoute({
  method: 'DELETE',
  path: '/apis/:api/stages/:stage',
  operationId: 'removeStage',
  summary: 'The stage stops serving; its history stays',
  tag: 'Stages',
  params: ofStagePath,
  status: 204,
  answer: z.void(),
  handle: ({ ctx, params }) => removeStage.run(ctx, { slug: params.api, stage: params.stage }),
})
