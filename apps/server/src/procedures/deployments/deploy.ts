import { deploy as deployDraft } from '../../commands/deploy.ts'
import { authorize } from '../../policies/authorize.ts'
import type { Deployed } from '../../presenters/deployment-view.ts'
import { wantedCanary } from '../canary/wanted-canary.ts'
import { commandOf } from '../context.ts'
import { mutation } from '../define.ts'
import { deploySchema } from './deploy.schema.ts'
import { onceServed } from './once-served.ts'

/** Deploys a reviewed plan and answers once the connected gateways serve it. */
export const deploy = mutation({
  input: deploySchema,
  async run(ctx, input): Promise<Deployed> {
    authorize(ctx.actor, 'deploy APIs')
    const canary = wantedCanary(input.canarySettings)
    const run = () => deployDraft(commandOf(ctx), { ...input, canary })
    return onceServed(ctx, input, run, canary && 'canary')
  },
})
