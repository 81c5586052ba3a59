import { overrideCheck } from '../../commands/override-check.ts'
import { authorize } from '../../policies/authorize.ts'
import { commandOf } from '../context.ts'
import { mutation } from '../define.ts'
import { restoreSchema } from './restore.schema.ts'

/** Lets a check mean again what it says by itself. */
export const restore = mutation({
  input: restoreSchema,
  async run(ctx, { slug, check }): Promise<void> {
    authorize(ctx.actor, 'override verdicts')
    await overrideCheck(commandOf(ctx), { slug, check, level: null, reason: '' })
  },
})
