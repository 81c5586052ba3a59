import { authorize } from '../../policies/authorize.ts'
import { presentPlanText } from '../../presenters/contents.ts'
import type { RecordText } from '../../presenters/record-text-view.ts'
import { query } from '../define.ts'
import { planTextSchema } from './text.schema.ts'

/** One record on both sides of a plan, in YAML, for the text difference. */
export const getPlanText = query({
  input: planTextSchema,
  async run({ core, actor }, input): Promise<RecordText> {
    authorize(actor, 'read APIs')
    return presentPlanText(core, input)
  },
})
