import type { Json } from '@penstock/model'
import type { AuditAction, AuditKind } from '../store/audit-actions.ts'

export type { AuditAction, AuditKind }

export interface AuditView {
  readonly id: string
  readonly at: string
  /** Slug; null for what belongs to no API. */
  readonly api: string | null
  /** Null also for entries older than this field. */
  readonly apiId: string | null
  /** What the API is called now, or was called then when it is gone. */
  readonly apiName: string | null
  /** Whether the API with this slug is still the one that the entry is about. */
  readonly isApiThere: boolean
  readonly action: AuditAction
  /** E-mail address or name of a token. */
  readonly actor: string
  /** Of the user or the token; null for entries older than this field, like the kind. */
  readonly actorId: string | null
  readonly actorKind: AuditActorView['kind'] | null
  /** What the person is called now; null for tokens, and for accounts that are gone. */
  readonly actorName: string | null
  readonly source: string
  readonly data: { readonly [key: string]: Json }
}

/** Somebody who is in the log. */
export interface AuditActorView {
  readonly id: string
  readonly kind: 'user' | 'token'
  /** E-mail address or name of a token. */
  readonly name: string
}

/** Where the next page begins. */
export interface AuditCursor {
  readonly at: string
  readonly id: string
}

export interface AuditPage {
  readonly entries: readonly AuditView[]
  /** Null: there are no more. */
  readonly next: AuditCursor | null
}
