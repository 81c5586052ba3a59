import { rollback as rollBack } from '../../commands/rollback.ts'
import { authorize } from '../../policies/authorize.ts'
import type { Deployed } from '../../presenters/deployment-view.ts'
import { commandOf } from '../context.ts'
import { mutation } from '../define.ts'
import { onceServed } from './once-served.ts'
import { rollbackSchema } from './rollback.schema.ts'

/** A new deployment with the content of an old one; answers once the connected gateways serve it. */
export const rollback = mutation({
  input: rollbackSchema,
  async run(ctx, input): Promise<Deployed> {
    authorize(ctx.actor, 'deploy APIs')
    return onceServed(ctx, input, () => rollBack(commandOf(ctx), input))
  },
})
