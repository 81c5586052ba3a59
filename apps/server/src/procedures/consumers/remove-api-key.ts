import { removeApiKey as remove } from '../../consumers/api-keys.ts'
import { authorize } from '../../policies/authorize.ts'
import { commandOf } from '../context.ts'
import { mutation } from '../define.ts'
import { ofApiKey } from './api-key.schema.ts'

/** The key stops working at once. */
export const removeApiKey = mutation({
  input: ofApiKey,
  async run(ctx, { id }): Promise<void> {
    authorize(ctx.actor, 'change API keys and usage plans')
    await remove(commandOf(ctx), id)
  },
})
