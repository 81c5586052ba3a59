import { promoteCanary as promote } from '../../commands/canary/promote-canary.ts'
import { authorize } from '../../policies/authorize.ts'
import type { Deployed } from '../../presenters/deployment-view.ts'
import { commandOf } from '../context.ts'
import { mutation } from '../define.ts'
import { onceServed } from '../deployments/once-served.ts'
import { promoteCanarySchema } from './canary.schema.ts'

/** What was tried is what the stage serves; answers once the connected gateways serve it. */
export const promoteCanary = mutation({
  input: promoteCanarySchema,
  async run(ctx, input): Promise<Deployed> {
    authorize(ctx.actor, 'deploy APIs')
    return onceServed(ctx, input, () => promote(commandOf(ctx), input))
  },
})
