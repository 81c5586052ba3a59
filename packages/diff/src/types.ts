import type { Json, Location, RecordId, RecordKind } from '@penstock/model'

/**
 * What a change means for clients, judged against the declared contract: `breaking` makes a client fail that follows
 * it, `risky` may (the document can't decide), `safe` can't, `documentation` changes no request and no answer.
 */
export type Verdict = 'breaking' | 'risky' | 'safe' | 'documentation'

/** One thing that a change does, with the check that found it. */
export interface Finding {
  readonly check: string
  readonly verdict: Verdict
  readonly message: string
  readonly location: Location
}

/** One field of a record before and after; a side that is absent has no such field. */
export interface FieldChange {
  readonly path: readonly (string | number)[]
  readonly before?: Json
  readonly after?: Json
}

/** A record that changed because another one did. */
export interface AlsoChanged {
  readonly record: RecordId
  readonly kind: RecordKind
  readonly action: 'added' | 'changed' | 'removed'
  /** In words: "upstream orders". */
  readonly name: string
}

/** What a person changed. */
export interface Change {
  /** Unique in a list of changes and stable between two plans of the same edit. */
  readonly id: string
  /** The record that was edited. */
  readonly record: RecordId
  readonly kind: RecordKind
  readonly action: 'added' | 'changed' | 'removed'
  /** In words: "Remove GET /repos/{owner}". */
  readonly title: string
  /** The worst of the findings. */
  readonly verdict: Verdict
  readonly findings: readonly Finding[]
  readonly fields: readonly FieldChange[]
  /** Other records that changed because of this. */
  readonly also: readonly AlsoChanged[]
  /** Methods whose requests or answers this touches, whether or not their own records changed. */
  readonly affects: readonly RecordId[]
}
