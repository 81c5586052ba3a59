import { AppError } from '@penstock/errors'
import { removeApi as remove } from '../../commands/remove-api.ts'
import { authorize } from '../../policies/authorize.ts'
import { commandOf } from '../context.ts'
import { mutation } from '../define.ts'
import { removeApiSchema } from './remove.schema.ts'

/** Takes an API away with its draft, stages and history. */
export const removeApi = mutation({
  input: removeApiSchema,
  async run(ctx, { slug, confirm }): Promise<void> {
    authorize(ctx.actor, 'remove APIs')
    if (confirm !== slug)
      throw new AppError('INVALID_INPUT', {
        params: { reason: `Type "${slug}" to confirm that the API goes.` },
      })
    await remove(commandOf(ctx), { slug })
  },
})
