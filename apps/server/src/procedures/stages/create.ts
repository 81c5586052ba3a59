import { createStage as create } from '../../commands/create-stage.ts'
import { authorize } from '../../policies/authorize.ts'
import { commandOf } from '../context.ts'
import { mutation } from '../define.ts'
import { createStageSchema } from './create.schema.ts'

export const createStage = mutation({
  input: createStageSchema,
  async run(ctx, input): Promise<void> {
    authorize(ctx.actor, 'change stages')
    await create(commandOf(ctx), input)
  },
})
