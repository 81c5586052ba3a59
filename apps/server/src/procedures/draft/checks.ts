import { lintStages } from '@penstock/lint'
import type { Diagnostic } from '@penstock/model'
import { authorize } from '../../policies/authorize.ts'
import { listStages, variablesOf } from '../../store/stages.ts'
import { query } from '../define.ts'
import { ofApi } from '../names.ts'

/** What is wrong or doubtful about the draft: what the plans of it say, for each of its stages. */
export const getDraftChecks = query({
  input: ofApi,
  async run({ core, actor }, { slug }): Promise<readonly Diagnostic[]> {
    authorize(actor, 'read APIs')
    const draft = await core.drafts.open(slug)
    const stages = (await listStages(core.db, draft.apiId)).map((stage) => ({
      name: stage.name,
      variables: variablesOf(stage),
    }))
    return [...(await core.planner.checks(draft)), ...lintStages(draft.definition, stages)]
  },
})
