import { allowedTo } from '../policies/authorize.ts'
import type { SessionView } from './session-view.ts'
import type { UserView } from './user-view.ts'

export function presentSession(user: UserView | null, setupRequired = false): SessionView {
  const may = user
    ? allowedTo({ kind: 'user', id: user.id, name: user.email, role: user.role, source: 'console' })
    : []
  return { user, may, setupRequired }
}
