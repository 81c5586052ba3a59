import { authorize } from '../../policies/authorize.ts'
import type { InspectionView } from '../../presenters/inspection-view.ts'
import { presentInspection } from '../../presenters/inspection.ts'
import { mutation } from '../define.ts'
import { inspectSchema } from './inspect.schema.ts'

/** Sends a request through a gateway node, from here: no CORS in the way, and never any other address. */
export const send = mutation({
  input: inspectSchema,
  async run(ctx, input): Promise<InspectionView> {
    authorize(ctx.actor, 'call APIs from the console')
    return presentInspection(ctx, { ...input, mode: 'send' })
  },
})
