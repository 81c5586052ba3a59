import { authorize } from '../../policies/authorize.ts'
import type { TextView } from '../../presenters/text-view.ts'
import { findApi } from '../../store/apis.ts'
import { readTextParts } from '../../store/text-parts.ts'
import { query } from '../define.ts'
import { ofApi } from '../names.ts'

/** What is kept of the draft's text: comments, order and what else its records have no place for. */
export const getDraftText = query({
  input: ofApi,
  async run({ core, actor }, { slug }): Promise<TextView> {
    authorize(actor, 'read APIs')
    const api = await findApi(core.db, slug)
    const parts = await readTextParts(core.db, api.id)
    return { syntax: api.textSyntax === 'json' ? 'json' : 'yaml', parts }
  },
})
