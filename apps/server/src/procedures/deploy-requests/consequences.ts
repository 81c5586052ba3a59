import { authorize } from '../../policies/authorize.ts'
import {
  presentRequestChangeConsequences,
  presentRequestConsequences,
} from '../../presenters/consequences.ts'
import type { ChangeConsequencesView, ConsequencesView } from '../../presenters/consequences-view.ts'
import { query } from '../define.ts'
import { plannedRequestSchema, requestConsequencesSchema } from './deploy-requests.schema.ts'

/** How much the routes that a request's changes touch were used on its stage. */
export const getDeployRequestConsequences = query({
  input: plannedRequestSchema,
  async run({ core, actor }, input): Promise<ConsequencesView> {
    authorize(actor, 'read APIs')
    return presentRequestConsequences(core, input)
  },
})

/** The same of one change, by route and by consumer. */
export const getDeployRequestChangeConsequences = query({
  input: requestConsequencesSchema,
  async run({ core, actor }, input): Promise<ChangeConsequencesView | null> {
    authorize(actor, 'read APIs')
    return presentRequestChangeConsequences(core, input)
  },
})
