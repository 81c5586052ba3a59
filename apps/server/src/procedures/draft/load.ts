import { authorize } from '../../policies/authorize.ts'
import { presentDraft } from '../../presenters/drafts.ts'
import type { DraftView } from '../../presenters/draft-view.ts'
import { query } from '../define.ts'
import { ofApi } from '../names.ts'

export const loadDraft = query({
  input: ofApi,
  async run({ core, actor }, { slug }): Promise<DraftView> {
    authorize(actor, 'read APIs')
    return presentDraft(core, slug)
  },
})
