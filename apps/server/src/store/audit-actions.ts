/** Everything that the audit log tells of → where a person would look for it. */
const kinds = {
  'create-api': 'definition',
  import: 'definition',
  edit: 'definition',
  'put-function': 'definition',
  'remove-api': 'definition',
  deploy: 'deployments',
  rollback: 'deployments',
  canary: 'deployments',
  'update-canary': 'deployments',
  promote: 'deployments',
  'discard-canary': 'deployments',
  'open-request': 'deployments',
  'rebase-request': 'deployments',
  'comment-request': 'deployments',
  'vote-request': 'deployments',
  'schedule-request': 'deployments',
  'unschedule-request': 'deployments',
  'hold-request': 'deployments',
  'revert-request': 'deployments',
  'end-revert': 'deployments',
  'close-request': 'deployments',
  'acknowledge-change': 'deployments',
  'withdraw-acknowledgement': 'deployments',
  'override-check': 'settings',
  'create-stage': 'settings',
  'update-stage': 'settings',
  'remove-stage': 'settings',
  'update-portal': 'settings',
  'create-api-key': 'access',
  'update-api-key': 'access',
  'remove-api-key': 'access',
  'put-usage-plan': 'access',
  'remove-usage-plan': 'access',
  'diagnose-request': 'access',
  'create-user': 'access',
  'rename-user': 'access',
  'change-role': 'access',
  'change-password': 'access',
  'create-reset-link': 'access',
  'reset-password': 'access',
  'remove-user': 'access',
  'create-token': 'access',
  'revoke-token': 'access',
} as const

export type AuditAction = keyof typeof kinds
export const auditKinds = ['definition', 'deployments', 'settings', 'access'] as const
export type AuditKind = (typeof auditKinds)[number]

export function actionsOf(kind: AuditKind): readonly string[] {
  return Object.entries(kinds).flatMap(([action, of]) => (of === kind ? [action] : []))
}
