import { createToken as create, makingTokens } from '../../auth/api-tokens.ts'
import { authorize } from '../../policies/authorize.ts'
import type { CreatedToken } from '../../presenters/token-view.ts'
import { mutation } from '../define.ts'
import { createTokenSchema } from './create.schema.ts'

/** Makes a token and shows it, this once. */
export const createToken = mutation({
  input: createTokenSchema,
  async run({ core, actor }, input): Promise<CreatedToken> {
    const role = input.role ?? actor.role
    authorize(actor, makingTokens(role))
    return create(core, actor, { ...input, role })
  },
})
