import type { Json } from '@penstock/model'
import { uuidv7 } from 'uuidv7'
import type { AuditAction } from './audit-actions.ts'
import type { Executor } from './executor.ts'

export interface AuditFact {
  /** As it is, or was until now. */
  readonly api: { readonly id: string; readonly slug: string; readonly name: string } | null
  readonly action: AuditAction
  readonly data?: { readonly [key: string]: Json | undefined }
}

/** Who did it, as history shows it. */
export interface Author {
  readonly kind: 'user' | 'token'
  /** Id of the user or of the token. */
  readonly id: string
  /** E-mail address or name of a token: words to show, which anybody may give a token. */
  readonly name: string
  readonly source: string
}

/** Writes down who did what, in the transaction that does it. */
export async function audit(tx: Executor, at: Date, author: Author, fact: AuditFact): Promise<void> {
  await tx.auditEntry.create({
    data: {
      id: uuidv7(),
      at,
      api: fact.api?.slug ?? null,
      apiId: fact.api?.id ?? null,
      apiName: fact.api?.name ?? null,
      action: fact.action,
      actor: author.name,
      actorKind: author.kind,
      actorId: author.id,
      source: author.source,
      data: JSON.stringify(fact.data ?? {}),
    },
  })
}
