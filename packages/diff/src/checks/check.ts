import type { Delta, DeltaType, Direction } from '../delta.ts'
import type { Verdict } from '../types.ts'

/** What of an API a check is about, as people look for it. */
export type Area =
  | 'operation'
  | 'parameter'
  | 'body'
  | 'schema'
  | 'media type'
  | 'status'
  | 'header'
  | 'security'
  | 'limit'
  | 'behaviour'
  | 'api'
  | 'documentation'

/** What is known of a check without a change to judge. */
export interface CheckInfo {
  readonly id: string
  /** The verdict that it passes where nobody says otherwise. */
  readonly level: Verdict
  readonly area: Area
  /** Absent where it is about both, or about neither. */
  readonly direction?: Direction
  /** One sentence: what it finds. */
  readonly finds: string
}

interface CheckBody<T extends DeltaType> extends CheckInfo {
  readonly on: T
  /** One sentence: what is different, and where it is not plain, what that does to clients. */
  readonly message: (delta: Delta<T>) => string
  /** What a person did, as a heading, for when it is all they did. */
  readonly title?: (delta: Delta<T>) => string
}

type Applies<T extends DeltaType> = (delta: Delta<T>) => boolean

/** Finds some of the differences of its type. */
export interface GuardedCheck<T extends DeltaType> extends CheckBody<T> {
  readonly applies: Applies<T>
}

/** Finds every difference of its type that no check before it finds. */
export interface LastCheck<T extends DeltaType> extends CheckBody<T> {
  readonly applies?: never
}

/** Judges one kind of difference, always the same way. The table of checks is `index.ts`; each check is a file of its own. */
export type Check<T extends DeltaType> = GuardedCheck<T> | LastCheck<T>

/** A check of some of the differences of a type. */
export function defineCheck<T extends DeltaType>(check: GuardedCheck<T>): GuardedCheck<T> {
  return check
}

/** The check of what the others of its type leave over. */
export function defineLastCheck<T extends DeltaType>(check: LastCheck<T>): LastCheck<T> {
  return check
}
