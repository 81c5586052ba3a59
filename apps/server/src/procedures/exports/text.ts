import { authorize } from '../../policies/authorize.ts'
import { presentExport } from '../../presenters/export.ts'
import type { Exported } from '../../presenters/exported-view.ts'
import { query } from '../define.ts'
import { exportSchema } from './text.schema.ts'

/** The draft or a stage's deployment as a description. */
export const exportText = query({
  input: exportSchema,
  async run(ctx, input): Promise<Exported> {
    authorize(ctx.actor, 'read APIs')
    return presentExport(ctx, input)
  },
})
