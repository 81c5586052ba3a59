import { authorize } from '../../policies/authorize.ts'
import { presentRecordText } from '../../presenters/record-text.ts'
import type { RecordText } from '../../presenters/record-text-view.ts'
import { query } from '../define.ts'
import { planTextSchema } from './text.schema.ts'

/** One record as the stage serves it and as the draft has it, in YAML, for the text difference. */
export const getPlanText = query({
  input: planTextSchema,
  async run({ core, actor }, input): Promise<RecordText> {
    authorize(actor, 'read APIs')
    return presentRecordText(core, input)
  },
})
