import type { Role } from '../presenters/user-view.ts'

/** Through which door a change came: kept with deployments and in the audit log. */
export type Source = 'console' | 'cli' | 'api'

/** Who is calling: a person with a session, or a program with an API token. */
export interface Actor {
  readonly kind: 'user' | 'token'
  /** Id of the user or of the token. */
  readonly id: string
  /** E-mail address or token name: what history and audit show. */
  readonly name: string
  readonly role: Role
  readonly source: Source
}
