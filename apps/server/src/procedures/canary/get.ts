import { authorize } from '../../policies/authorize.ts'
import { presentCanaryTraffic } from '../../presenters/canary-traffic.ts'
import type { CanaryTraffic } from '../../presenters/canary-view.ts'
import { query } from '../define.ts'
import { ofOwnStage } from '../names.ts'

/** The canary of a stage, and how both sides do. */
export const getCanary = query({
  input: ofOwnStage,
  async run({ core, actor }, input): Promise<CanaryTraffic> {
    authorize(actor, 'read APIs')
    return presentCanaryTraffic(core, input)
  },
})
