import { authorize } from '../../policies/authorize.ts'
import type { InspectionView } from '../../presenters/inspection-view.ts'
import { presentInspection } from '../../presenters/inspection.ts'
import { mutation } from '../define.ts'
import { inspectSchema } from './inspect.schema.ts'

/** Which route answers a request and why the others don't, and the call that would be made. Calls nothing. */
export const explain = mutation({
  input: inspectSchema,
  async run(ctx, input): Promise<InspectionView> {
    authorize(ctx.actor, 'read APIs')
    return presentInspection(ctx, { ...input, mode: 'explain' })
  },
})
