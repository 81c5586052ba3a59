import type { AuditView } from '@penstock/server'

/** A save of Ada's in the API Pets. */
export function editOf(id: string, more: Partial<AuditView> = {}): AuditView {
  return {
    id,
    at: id,
    api: 'pets',
    apiId: 'api_pets',
    apiName: 'Pets',
    isApiThere: true,
    action: 'edit',
    actor: 'ada@example.com',
    actorId: 'usr_ada',
    actorKind: 'user',
    actorName: 'Ada',
    source: 'console',
    data: { put: { count: 1, ids: [`r${id}`] }, removed: { count: 0, ids: [] } },
    ...more,
  }
}
