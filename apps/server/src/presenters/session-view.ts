import type { Action } from '../policies/authorize.ts'
import type { UserView } from './user-view.ts'

export type { Action }

/** What the console asks first: who is there, and whether anybody can be. */
export interface SessionView {
  readonly user: UserView | null
  /** What the user may do, in the words of the policies. */
  readonly may: readonly Action[]
  /** True until the first administrator exists. */
  readonly setupRequired: boolean
}
