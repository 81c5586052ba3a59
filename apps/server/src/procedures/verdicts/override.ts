import { overrideCheck } from '../../commands/override-check.ts'
import { authorize } from '../../policies/authorize.ts'
import { commandOf } from '../context.ts'
import { mutation } from '../define.ts'
import { overrideSchema } from './override.schema.ts'

/** Says what a check means for an API. Takes effect at once, in every plan. */
export const override = mutation({
  input: overrideSchema,
  async run(ctx, input): Promise<void> {
    authorize(ctx.actor, 'override verdicts')
    await overrideCheck(commandOf(ctx), input)
  },
})
