import { authorize } from '../../policies/authorize.ts'
import type { ContentView, DifferenceView } from '../../presenters/content-view.ts'
import { presentRequestContent } from '../../presenters/contents.ts'
import { query } from '../define.ts'
import { plannedRequestSchema } from './deploy-requests.schema.ts'

/** Everything that a request deploys, and what it takes away: its picture. */
export const getDeployRequestContent = query({
  input: plannedRequestSchema,
  async run({ core, actor }, input): Promise<ContentView & Pick<DifferenceView, 'removed'>> {
    authorize(actor, 'read APIs')
    return presentRequestContent(core, input)
  },
})
