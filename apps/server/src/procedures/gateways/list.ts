import { authorize } from '../../policies/authorize.ts'
import type { GatewayView } from '../../presenters/gateway-view.ts'
import { presentGateways } from '../../presenters/gateways.ts'
import { query } from '../define.ts'
import { nothing } from '../names.ts'

export const listGateways = query({
  input: nothing,
  async run({ core, actor }): Promise<readonly GatewayView[]> {
    authorize(actor, 'see gateway nodes')
    return presentGateways(core)
  },
})
