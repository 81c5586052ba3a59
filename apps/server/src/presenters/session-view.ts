import type { UserView } from './user-view.ts'

/** What the console asks first: who is there, and whether anybody can be. */
export interface SessionView {
  readonly user: UserView | null
  /** True until the first administrator exists. */
  readonly setupRequired: boolean
}
