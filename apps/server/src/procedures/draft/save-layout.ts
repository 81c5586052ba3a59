import { saveLayout as save } from '../../commands/save-layout.ts'
import { authorize } from '../../policies/authorize.ts'
import { commandOf } from '../context.ts'
import { mutation } from '../define.ts'
import { saveLayoutSchema } from './save-layout.schema.ts'

/** Remembers positions on the canvas. They are not part of the definition: nothing becomes staged by it. */
export const saveLayout = mutation({
  input: saveLayoutSchema,
  async run(ctx, input): Promise<void> {
    authorize(ctx.actor, 'edit APIs')
    await save(commandOf(ctx), input)
  },
})
