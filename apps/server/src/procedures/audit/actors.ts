import { authorize } from '../../policies/authorize.ts'
import { presentAuditActors } from '../../presenters/audit.ts'
import { query } from '../define.ts'
import { nothing } from '../names.ts'

/** Everybody who did something, by the names that entries say. */
export const listAuditActors = query({
  input: nothing,
  async run({ core, actor }): Promise<readonly string[]> {
    authorize(actor, 'read the audit log')
    return presentAuditActors(core.db)
  },
})
