import { deploy as deployDraft } from '../../commands/deploy.ts'
import { authorize } from '../../policies/authorize.ts'
import type { Deployed } from '../../presenters/deployment-view.ts'
import { wantedCanary } from '../canary/wanted-canary.ts'
import { commandOf } from '../context.ts'
import { mutation } from '../define.ts'
import { deployNowSchema } from './deploy-now.schema.ts'
import { onceServed } from './once-served.ts'

/** For automation: what is there now may be deployed without a plan's hash, and the stage's variables come along. */
export const deployNow = mutation({
  input: deployNowSchema,
  async run(ctx, input): Promise<Deployed> {
    authorize(ctx.actor, 'deploy APIs')
    const canary = wantedCanary(input.canarySettings)
    const run = () => deployDraft(commandOf(ctx), { ...input, canary })
    return onceServed(ctx, input, run, canary && 'canary')
  },
})
