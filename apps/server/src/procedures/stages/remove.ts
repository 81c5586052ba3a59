import { removeStage as remove } from '../../commands/remove-stage.ts'
import { authorize } from '../../policies/authorize.ts'
import { commandOf } from '../context.ts'
import { mutation } from '../define.ts'
import { ofOwnStage } from '../names.ts'

/** The stage stops serving; its history stays. */
export const removeStage = mutation({
  input: ofOwnStage,
  async run(ctx, input): Promise<void> {
    authorize(ctx.actor, 'change stages')
    await remove(commandOf(ctx), input)
  },
})
