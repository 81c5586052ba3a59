import { createApiKey as create } from '../../consumers/api-keys.ts'
import { authorize } from '../../policies/authorize.ts'
import type { CreatedApiKey } from '../../presenters/api-key-view.ts'
import { commandOf } from '../context.ts'
import { mutation } from '../define.ts'
import { createApiKeySchema } from './api-key.schema.ts'

/** Makes an API key, and shows its value, if one was made, this once. */
export const createApiKey = mutation({
  input: createApiKeySchema,
  async run(ctx, input): Promise<CreatedApiKey> {
    authorize(ctx.actor, 'change API keys and usage plans')
    return create(commandOf(ctx), input)
  },
})
