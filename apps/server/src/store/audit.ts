import type { Json } from '@penstock/model'
import { uuidv7 } from 'uuidv7'
import type { AuditAction } from './audit-actions.ts'
import type { Executor } from './executor.ts'

export interface AuditFact {
  readonly api: string | null
  readonly action: AuditAction
  readonly data?: { readonly [key: string]: Json | undefined }
}

/** Who did it, as history shows it. */
export interface Author {
  /** E-mail address or name of a token. */
  readonly name: string
  readonly source: string
}

/** Writes down who did what, in the transaction that does it. */
export async function audit(
  tx: Executor,
  at: Date,
  { name, source }: Author,
  fact: AuditFact,
): Promise<void> {
  await tx.auditEntry.create({
    data: {
      id: uuidv7(),
      at,
      api: fact.api,
      action: fact.action,
      actor: name,
      source,
      data: JSON.stringify(fact.data ?? {}),
    },
  })
}
