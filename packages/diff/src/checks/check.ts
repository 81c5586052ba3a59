import type { Delta, DeltaType } from '../delta.ts'
import type { Verdict } from '../types.ts'

export interface Judgement {
  readonly verdict: Verdict
  /** One sentence: what is different, and where it is not plain, what that does to clients. */
  readonly message: string
  /** What a person did, as a heading, for when it is all they did. */
  readonly title?: string
}

/** Judges one kind of structural difference. The table of checks is `index.ts`; each check is a file of its own. */
export interface Check<T extends DeltaType> {
  readonly id: string
  readonly on: T
  judge(delta: Delta<T>): Judgement
}

export function defineCheck<T extends DeltaType>(check: Check<T>): Check<T> {
  return check
}
