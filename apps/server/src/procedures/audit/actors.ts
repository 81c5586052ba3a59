import { authorize } from '../../policies/authorize.ts'
import type { AuditActorView } from '../../presenters/audit-view.ts'
import { presentAuditActors } from '../../presenters/audit.ts'
import { query } from '../define.ts'
import { nothing } from '../names.ts'

/** Everybody who did something: people and tokens. */
export const listAuditActors = query({
  input: nothing,
  async run({ core, actor }): Promise<readonly AuditActorView[]> {
    authorize(actor, 'read the audit log')
    return presentAuditActors(core.db)
  },
})
