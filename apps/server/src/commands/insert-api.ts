import { AppError } from '@penstock/errors'
import type { ApiRecord } from '@penstock/model'
import { buildManifest } from '@penstock/model/snapshot'
import { type ApiModel, Prisma } from '@penstock/prisma'
import { uuidv7 } from 'uuidv7'
import type { AuditAction } from '../store/audit-actions.ts'
import { audit, transactAudited } from '../store/audit.ts'
import type { Content } from '../store/content.ts'
import type { Draft } from '../store/drafts.ts'
import type { Executor } from '../store/executor.ts'
import { writeDraft } from './change-draft.ts'
import type { CommandContext } from './context.ts'

export interface InsertApiInput {
  readonly slug: string
  readonly name: string
  readonly records: readonly { readonly record: ApiRecord; readonly content: Content }[]
  /** For the audit log: `create-api` or `import`. */
  readonly action: AuditAction
  /** The bodies are in the database already (`storeBodies`). */
  readonly stored?: boolean
  /** What else is written with it. */
  readonly also?: (tx: Executor, api: ApiModel) => Promise<void>
}

/** A new API with its first draft, in one transaction. Throws SLUG_TAKEN. */
export async function insertApi(context: CommandContext, input: InsertApiInput): Promise<Draft> {
  const { clock, drafts, live, sync, actor } = context
  const { slug, name, records, action } = input
  const now = clock.now()
  const empty = buildManifest([])
  const draft = await transactAudited(context, async (tx) => {
    const api = await tx.api.create({
      data: {
        id: uuidv7(),
        slug,
        name,
        draftVersion: 0,
        draftRoot: empty.root,
        createdAt: now,
        updatedAt: now,
      },
    })
    const nothing = {
      apiId: api.id,
      slug,
      name,
      version: 0,
      definition: new Map(),
      revisions: new Map(),
      manifest: empty,
    }
    const draft = await writeDraft(tx, api, nothing, { put: records, removed: [] }, now, input.stored)
    await input.also?.(tx, api)
    await audit(tx, now, actor, { api, action, data: { name, records: records.length } })
    return draft
  }).catch((error: unknown) => {
    if (error instanceof Prisma.PrismaClientKnownRequestError && error.code === 'P2002') {
      throw new AppError('SLUG_TAKEN', { params: { slug }, cause: error })
    }
    throw error
  })
  drafts.remember(draft)
  live.publish({ type: 'apis' })
  sync.draftChanged(slug)
  return draft
}
