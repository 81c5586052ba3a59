import { authorize } from '../../policies/authorize.ts'
import { presentChangeConsequences, presentConsequences } from '../../presenters/consequences.ts'
import type { ChangeConsequencesView, ConsequencesView } from '../../presenters/consequences-view.ts'
import { query } from '../define.ts'
import { changeConsequencesInput, consequencesInput } from './consequences.schema.ts'

/** How much the routes that the changes of a plan touch were used on the stage. Apart from the plan, which never waits for it. */
export const getConsequences = query({
  input: consequencesInput,
  async run({ core, actor }, input): Promise<ConsequencesView> {
    authorize(actor, 'read APIs')
    return presentConsequences(core, input)
  },
})

/** The same of one change, by route and by consumer; null when it was deployed or undone meanwhile. */
export const getChangeConsequences = query({
  input: changeConsequencesInput,
  async run({ core, actor }, input): Promise<ChangeConsequencesView | null> {
    authorize(actor, 'read APIs')
    return presentChangeConsequences(core, input)
  },
})
