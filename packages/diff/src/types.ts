import type { Json, Location, RecordId, RecordKind } from '@penstock/model'

/**
 * What a change means for clients, judged against the declared contract: `breaking` makes a client fail that follows
 * it, `risky` may (the document can't decide), `safe` can't, `documentation` changes no request and no answer.
 */
export type Verdict = 'breaking' | 'risky' | 'safe' | 'documentation'

/** What a person may say instead of a check's own verdict: `off` counts for nothing. */
export type OverrideLevel = 'breaking' | 'risky' | 'safe' | 'off'

/** The account or API token that did something: a name may be chosen, this can not. */
export interface ActorRef {
  readonly kind: 'user' | 'token'
  readonly id: string
}

/** Said by a person, once for all changes of an API: what a check finds means something else here. */
export interface VerdictOverride {
  readonly check: string
  readonly level: OverrideLevel
  readonly reason: string
  /** Who, in words. */
  readonly by: string
  /** Who it was; null where that is not known. */
  readonly actor: ActorRef | null
  /** When, ISO 8601. */
  readonly at: string
}

/** Said by a person of one change: it may go out as it is. */
export interface Acknowledgement {
  readonly reason: string
  /** Who, in words. */
  readonly by: string
  /** Who it was; null where that is not known. */
  readonly actor: ActorRef | null
  /** When, ISO 8601. */
  readonly at: string
}

/** One thing that a change does, with the check that found it. */
export interface Finding {
  readonly check: string
  /** What counts: the check's own, or what a person said instead. */
  readonly verdict: Verdict
  /** Where a person said so: what, why, and the check's own verdict. */
  readonly override?: Omit<VerdictOverride, 'check'> & { readonly from: Verdict }
  readonly message: string
  /** Where the thing itself stands: after, or before where it is gone. */
  readonly location: Location
  /** The nearest places before and after; absent where the whole record was not there, or is not any more. */
  readonly before?: Location
  readonly after?: Location
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

/** What a person changed, in words: without the routes that it touches. */
export interface ToldChange {
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
  /** Where a person took it upon themselves. */
  readonly acknowledged?: Acknowledgement
}

/** What a person changed. */
export interface Change extends ToldChange {
  /** Methods whose requests or answers this touches, whether or not their own records changed. */
  readonly affects: readonly RecordId[]
}
