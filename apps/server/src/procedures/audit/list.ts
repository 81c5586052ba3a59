import { authorize } from '../../policies/authorize.ts'
import type { AuditView } from '../../presenters/audit-view.ts'
import { presentAudit } from '../../presenters/audit.ts'
import { query } from '../define.ts'
import { listAuditSchema } from './list.schema.ts'

/** Who did what, newest first. */
export const listAudit = query({
  input: listAuditSchema,
  async run({ core, actor }, input): Promise<readonly AuditView[]> {
    authorize(actor, 'read the audit log')
    return presentAudit(core.db, input)
  },
})
