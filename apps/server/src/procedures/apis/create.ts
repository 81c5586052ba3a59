import { createApi as create } from '../../commands/create-api.ts'
import { authorize } from '../../policies/authorize.ts'
import { commandOf } from '../context.ts'
import { mutation } from '../define.ts'
import { createApiSchema } from './create.schema.ts'

export const createApi = mutation({
  input: createApiSchema,
  async run(ctx, input): Promise<{ slug: string }> {
    authorize(ctx.actor, 'create APIs')
    const { slug } = await create(commandOf(ctx), input)
    return { slug }
  },
})
