import { updatePortal as update } from '../../commands/update-portal.ts'
import { authorize } from '../../policies/authorize.ts'
import { commandOf } from '../context.ts'
import { mutation } from '../define.ts'
import { updatePortalSchema } from './update.schema.ts'

/** Who may read the portal of this API: nobody, whoever is signed in, or everybody. */
export const updatePortal = mutation({
  input: updatePortalSchema,
  async run(ctx, input): Promise<void> {
    authorize(ctx.actor, 'open a portal to others')
    await update(commandOf(ctx), input)
  },
})
