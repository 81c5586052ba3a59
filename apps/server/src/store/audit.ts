import type { Json } from '@penstock/model'
import { uuidv7 } from 'uuidv7'
import type { PrismaClient } from '@penstock/prisma'
import type { Announcer } from '../live/announcer.ts'
import type { AuditAction } from './audit-actions.ts'
import { type Executor, transact } from './executor.ts'

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

declare const audited: unique symbol

/** A transaction that may write to the audit log. */
export type AuditedTransaction = Executor & { readonly [audited]: true }

/** Transactions that wrote to it. */
const written = new WeakSet<AuditedTransaction>()

/** Like `transact`; once it is committed, and whatever follows, open browsers hear that the audit log has grown. */
export async function transactAudited<T>(
  { db, announcer }: { readonly db: PrismaClient; readonly announcer: Announcer },
  work: (tx: AuditedTransaction) => Promise<T>,
): Promise<T> {
  let opened: AuditedTransaction | undefined
  const answer = await transact(db, (tx) => {
    opened = tx as AuditedTransaction
    return work(opened)
  })
  if (opened && written.has(opened)) announcer.announce({ type: 'activity' })
  return answer
}

/** Writes down who did what, in the transaction that does it. */
export async function audit(
  tx: AuditedTransaction,
  at: Date,
  author: Author,
  fact: AuditFact,
): Promise<void> {
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
  written.add(tx)
}
