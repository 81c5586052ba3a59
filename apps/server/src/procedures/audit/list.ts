import { authorize } from '../../policies/authorize.ts'
import type { AuditPage } from '../../presenters/audit-view.ts'
import { presentAudit } from '../../presenters/audit.ts'
import { query } from '../define.ts'
import { listAuditSchema } from './list.schema.ts'

/** Who did what, newest first, a page at a time. */
export const listAudit = query({
  input: listAuditSchema,
  async run({ core, actor }, input): Promise<AuditPage> {
    authorize(actor, 'read the audit log')
    return presentAudit(core.db, input)
  },
})
