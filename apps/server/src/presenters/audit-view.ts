import type { Json } from '@penstock/model'
import type { AuditAction, AuditKind } from '../store/audit-actions.ts'

export type { AuditAction, AuditKind }

export interface AuditView {
  readonly id: string
  readonly at: string
  /** Slug; null for what belongs to no API. */
  readonly api: string | null
  /** What the API is called now; null when it is gone. */
  readonly apiName: string | null
  readonly action: AuditAction
  /** E-mail address or name of a token. */
  readonly actor: string
  /** What the person is called now; null for tokens, and for accounts that are gone. */
  readonly actorName: string | null
  readonly source: string
  readonly data: { readonly [key: string]: Json }
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
