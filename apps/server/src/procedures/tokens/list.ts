import { listTokens as list } from '../../auth/api-tokens.ts'
import type { TokenView } from '../../presenters/token-view.ts'
import { query } from '../define.ts'
import { nothing } from '../names.ts'

/** One's own tokens; all of them for an administrator. Never the tokens themselves. */
export const listTokens = query({
  input: nothing,
  async run({ core, actor }): Promise<readonly TokenView[]> {
    return list(core.db, actor)
  },
})
