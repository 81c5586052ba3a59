import { updateStage as update } from '../../commands/update-stage.ts'
import { authorize } from '../../policies/authorize.ts'
import { commandOf } from '../context.ts'
import { mutation } from '../define.ts'
import { updateStageSchema } from './update.schema.ts'

/** Sets settings of a stage or of the preview. They take effect at once, without a deployment. */
export const updateStage = mutation({
  input: updateStageSchema,
  async run(ctx, input): Promise<void> {
    authorize(ctx.actor, 'change stages')
    if (input.requiredApprovals !== undefined) authorize(ctx.actor, 'change who approves deployments')
    await update(commandOf(ctx), input)
  },
})
