import { createToken as create } from '../../auth/api-tokens.ts'
import { authorize } from '../../policies/authorize.ts'
import type { CreatedToken } from '../../presenters/token-view.ts'
import { mutation } from '../define.ts'
import { createTokenSchema } from './create.schema.ts'

/** Makes a token and shows it, this once. */
export const createToken = mutation({
  input: createTokenSchema,
  async run({ core, actor }, input): Promise<CreatedToken> {
    const role = input.role ?? actor.role
    authorize(actor, role === 'admin' ? 'make API tokens of administrators' : 'make API tokens')
    return create(core, actor, { ...input, role })
  },
})
