import { authorize } from '../../policies/authorize.ts'
import type { Deployed } from '../../presenters/deployment-view.ts'
import { rollbackAndWait } from '../../presenters/deployed.ts'
import { mutation } from '../define.ts'
import { rollbackSchema } from './rollback.schema.ts'

/** A new deployment with the content of an old one; answers once the connected gateways serve it. */
export const rollback = mutation({
  input: rollbackSchema,
  async run(ctx, input): Promise<Deployed> {
    authorize(ctx.actor, 'deploy APIs')
    return rollbackAndWait(ctx, input)
  },
})
