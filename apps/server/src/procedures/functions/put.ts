import { putFunction as put } from '../../commands/put-function.ts'
import { authorize } from '../../policies/authorize.ts'
import { commandOf } from '../context.ts'
import { mutation } from '../define.ts'
import { putFunctionSchema } from './put.schema.ts'

/** Creates or replaces a function of the draft. Integrations that name it find it from then on. */
export const putFunction = mutation({
  input: putFunctionSchema,
  async run(ctx, input): Promise<{ name: string }> {
    authorize(ctx.actor, 'edit APIs')
    await put(commandOf(ctx), input)
    return { name: input.name }
  },
})
