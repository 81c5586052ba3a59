import { authorize } from '../../policies/authorize.ts'
import type { RecordText } from '../../presenters/record-text-view.ts'
import { presentRequestText } from '../../presenters/contents.ts'
import { query } from '../define.ts'
import { requestTextSchema } from './deploy-requests.schema.ts'

/** One record as a request found it and as it will be, in YAML. */
export const getDeployRequestText = query({
  input: requestTextSchema,
  async run({ core, actor }, input): Promise<RecordText> {
    authorize(actor, 'read APIs')
    return presentRequestText(core, input)
  },
})
