import { authorize } from '../../policies/authorize.ts'
import type { Deployed } from '../../presenters/deployment-view.ts'
import { deployAndWait } from '../../presenters/deployed.ts'
import { mutation } from '../define.ts'
import { deployNowSchema, deploySchema } from './deploy.schema.ts'

/** Deploys a reviewed plan and answers once the connected gateways serve it. */
export const deploy = mutation({
  input: deploySchema,
  async run(ctx, input): Promise<Deployed> {
    authorize(ctx.actor, 'deploy APIs')
    return deployAndWait(ctx, input)
  },
})

/** For automation: a plan hash is optional, and the stage's variables may come along. */
export const deployNow = mutation({
  input: deployNowSchema,
  async run(ctx, input): Promise<Deployed> {
    authorize(ctx.actor, 'deploy APIs')
    return deployAndWait(ctx, input)
  },
})
