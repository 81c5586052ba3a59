import { authorize } from '../../policies/authorize.ts'
import type { ContentView } from '../../presenters/content-view.ts'
import { presentContent } from '../../presenters/contents.ts'
import { query } from '../define.ts'
import { ofDeployment } from './compare.schema.ts'

/** Everything that a deployment serves: its picture. */
export const getDeploymentContent = query({
  input: ofDeployment,
  async run({ core, actor }, input): Promise<ContentView> {
    authorize(actor, 'read APIs')
    return presentContent(core, input)
  },
})
