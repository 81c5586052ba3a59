import { enableApiKey as enable } from '../../consumers/api-keys.ts'
import { authorize } from '../../policies/authorize.ts'
import type { ApiKeyView } from '../../presenters/api-key-view.ts'
import { commandOf } from '../context.ts'
import { mutation } from '../define.ts'
import { enableApiKeySchema } from './api-key.schema.ts'

/** Lets an API key in, or no more, at once. */
export const enableApiKey = mutation({
  input: enableApiKeySchema,
  async run(ctx, input): Promise<ApiKeyView> {
    authorize(ctx.actor, 'change API keys and usage plans')
    return enable(commandOf(ctx), input)
  },
})
