import { z } from 'zod'
import { refuseIdleSettings } from '../../commands/refuse-idle-settings.ts'
import { refuseLimits } from '../../commands/refuse-limits.ts'
import { stageSummarySchema } from '../../presenters/stage-view.ts'
import { presentStage } from '../../presenters/stages.ts'
import {
  cacheSchema,
  flushCacheSchema,
  limitsSchema,
  requiredApprovalsSchema,
  throttleSchema,
  variablesSchema,
} from '../../procedures/names.ts'
import { createStage } from '../../procedures/stages/create.ts'
import { updateStage } from '../../procedures/stages/update.ts'
import { previewStage } from '../../sync/sync.ts'
import { defineRoute } from '../define.ts'
import { ofStageOrPreviewPath } from '../parameters.ts'

export const putStageRoute = defineRoute({
  method: 'PUT',
  path: '/apis/:api/stages/:stage',
  operationId: 'putStage',
  summary:
    'Make a stage, or set its settings or those of the preview, at once; what is absent stays as it is',
  tag: 'Stages',
  params: ofStageOrPreviewPath,
  body: z.object({
    variables: variablesSchema
      .optional()
      .describe('All of them: what is not here is gone. Absent: they stay.'),
    requiredApprovals: requiredApprovalsSchema.optional(),
    throttle: throttleSchema.optional(),
    cache: cacheSchema.optional(),
    flushCache: flushCacheSchema.optional(),
    limits: limitsSchema.optional(),
  }),
  answer: stageSummarySchema,
  async handle({ ctx, params: { api: slug, stage }, body: { variables, ...set } }) {
    const exists =
      stage === previewStage || (await ctx.core.db.stage.count({ where: { name: stage, api: { slug } } })) > 0
    if (!exists) {
      // Before anything is made of a call that is refused.
      await refuseIdleSettings(ctx.core, slug, stage, { throttle: set.throttle, cache: set.cache })
      if (set.limits) await refuseLimits(ctx.core, slug, set.limits)
      await createStage.run(ctx, { slug, name: stage, variables })
    }
    if (exists || Object.values(set).some((value) => value !== undefined))
      await updateStage.run(ctx, { slug, stage, variables, ...set })
    return presentStage(ctx, slug, stage)
  },
})
