import { authorize } from '../../policies/authorize.ts'
import type { TriedView } from '../../presenters/try-it-view.ts'
import { callStage } from '../../http/call-stage.ts'
import { mutation } from '../define.ts'
import { trySchema } from './send.schema.ts'

/** Calls a stage through a gateway node, from here: no CORS in the way, and never any other address. */
export const tryIt = mutation({
  input: trySchema,
  async run(ctx, input): Promise<TriedView> {
    authorize(ctx.actor, 'call APIs from the console')
    return callStage(ctx, input)
  },
})
