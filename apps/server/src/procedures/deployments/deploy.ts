import { deploy as deployDraft } from '../../commands/deploy.ts'
import { authorize } from '../../policies/authorize.ts'
import type { Deployed } from '../../presenters/deployment-view.ts'
import { commandOf } from '../context.ts'
import { mutation } from '../define.ts'
import { deploySchema } from './deploy.schema.ts'
import { onceServed } from './once-served.ts'

/** Deploys a reviewed plan and answers once the connected gateways serve it. */
export const deploy = mutation({
  input: deploySchema,
  async run(ctx, input): Promise<Deployed> {
    authorize(ctx.actor, 'deploy APIs')
    return onceServed(ctx, input, () => deployDraft(commandOf(ctx), input))
  },
})
