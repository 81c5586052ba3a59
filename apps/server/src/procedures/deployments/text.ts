import { authorize } from '../../policies/authorize.ts'
import type { RecordText } from '../../presenters/record-text-view.ts'
import { presentDeployedText } from '../../presenters/contents.ts'
import { query } from '../define.ts'
import { deployedTextSchema } from './compare.schema.ts'

/** One record as two deployments have it, in YAML. */
export const getDeploymentText = query({
  input: deployedTextSchema,
  async run({ core, actor }, input): Promise<RecordText> {
    authorize(actor, 'read APIs')
    return presentDeployedText(core, input)
  },
})
