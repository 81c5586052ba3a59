import { removeStage as remove } from '../../commands/remove-stage.ts'
import { authorize } from '../../policies/authorize.ts'
import { findApi } from '../../store/apis.ts'
import { findStage } from '../../store/stages.ts'
import { commandOf } from '../context.ts'
import { mutation } from '../define.ts'
import { ofOwnStage } from '../names.ts'

/** The stage stops serving; its history stays. */
export const removeStage = mutation({
  input: ofOwnStage,
  async run(ctx, input): Promise<void> {
    authorize(ctx.actor, 'change stages')
    const { core, actor } = ctx
    const stage = await findStage(core.db, (await findApi(core.db, input.slug)).id, input.stage)
    // Made again under the same name it would ask nobody.
    if (stage && stage.requiredApprovals > 0) authorize(actor, 'change who approves deployments')
    await remove(commandOf(ctx), input)
  },
})
