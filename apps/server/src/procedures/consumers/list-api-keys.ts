import { authorize } from '../../policies/authorize.ts'
import type { ApiKeyView } from '../../presenters/api-key-view.ts'
import { presentApiKeys } from '../../presenters/api-keys.ts'
import { query } from '../define.ts'
import { nothing } from '../names.ts'

/** All API keys, without their values. */
export const listApiKeys = query({
  input: nothing,
  async run({ core, actor }): Promise<ApiKeyView[]> {
    authorize(actor, 'see API keys and usage plans')
    return presentApiKeys(core.db)
  },
})
