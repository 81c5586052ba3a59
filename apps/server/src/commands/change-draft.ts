import type { ApiRecord, RecordId } from '@penstock/model'
import { updateManifest } from '@penstock/model/snapshot'
import type { ApiModel } from '@penstock/prisma'
import { lockApi } from '../store/apis.ts'
import type { AuditAction } from '../store/audit-actions.ts'
import { audit, transactAudited } from '../store/audit.ts'
import { restoreBodies, writeBodies } from '../store/bodies.ts'
import { type Content, contentOf } from '../store/content.ts'
import { putDraftRows, removeDraftRows } from '../store/draft-records.ts'
import type { Draft } from '../store/drafts.ts'
import type { Executor } from '../store/executor.ts'
import type { CommandContext } from './context.ts'

/** Records to put and to remove. What the draft holds already with the same content is left as it is. */
export interface DraftChange {
  readonly put: readonly { readonly record: ApiRecord; readonly content?: Content }[]
  readonly removed: readonly RecordId[]
}

export interface ChangeDraftOptions {
  readonly slug: string
  readonly action: AuditAction
  /** For the live event: a browser knows its own change by it. */
  readonly changeId: string
  /** The bodies of what is put are in the database already (`storeBodies`). */
  readonly stored?: boolean
  /** Sees the draft as it is at this moment, with nobody else writing; throws to refuse. */
  readonly decide: (draft: Draft) => DraftChange
  /** What else is written with it, also where no record changes. */
  readonly also?: (tx: Executor, api: ApiModel) => Promise<void>
}

/** The one way in which a draft changes: one transaction, one new version, one live event; or none of them. */
export async function changeDraft(context: CommandContext, options: ChangeDraftOptions): Promise<Draft> {
  const { clock, drafts, live, sync, sealer, actor } = context
  const { before, after, written } = await transactAudited(context, async (tx) => {
    const api = await lockApi(tx, options.slug)
    const before = await drafts.of(tx, api)
    const change = realChange(before, options.decide(before))
    await options.also?.(tx, api)
    if (change.put.length + change.removed.length === 0) return { before, after: before, written: change }
    const now = clock.now()
    const after = await writeDraft(tx, api, before, change, now, options.stored)
    const data = {
      put: some(change.put.map(({ record }) => record.id)),
      removed: some(change.removed),
      version: after.version,
    }
    await audit(tx, now, actor, {
      api: { ...api, name: after.name },
      action: options.action,
      data,
    })
    return { before, after, written: change }
  })
  if (after === before) return after
  drafts.remember(after)
  const versioned = ({ record }: { record: ApiRecord }) => ({
    record: sealer.seal(after.definition.get(record.id)!, after.apiId),
    revision: after.version,
  })
  live.publish({
    type: 'records',
    slug: after.slug,
    version: after.version,
    changeId: options.changeId,
    by: actor.name,
    diff: {
      added: written.put.filter(({ record }) => !before.definition.has(record.id)).map(versioned),
      updated: written.put.filter(({ record }) => before.definition.has(record.id)).map(versioned),
      removed: written.removed,
    },
  })
  sync.draftChanged(after.slug)
  return after
}

interface RealChange {
  readonly put: readonly { readonly record: ApiRecord; readonly content: Content }[]
  readonly removed: readonly RecordId[]
}

/** Leaves out what would change nothing: an edit that is undone, a removal of what is gone. */
function realChange({ definition, manifest }: Draft, { put, removed }: DraftChange): RealChange {
  const hashes = new Map<RecordId, string>()
  for (const bucket of manifest.buckets.values())
    for (const [id, hash] of bucket.entries) hashes.set(id, hash)
  return {
    put: put
      .map(({ record, content }) => ({ record, content: content ?? contentOf(record) }))
      .filter(({ record, content }) => hashes.get(record.id) !== content.hash),
    removed: removed.filter((id) => definition.has(id)),
  }
}

/** Writes the next version of a draft whose row the transaction has locked. */
export async function writeDraft(
  tx: Executor,
  api: ApiModel,
  draft: Draft,
  { put, removed }: RealChange,
  now: Date,
  stored = false,
): Promise<Draft> {
  const version = api.draftVersion + 1
  const definition = new Map(draft.definition)
  const revisions = new Map(draft.revisions)
  const hashes = new Map<RecordId, string | undefined>()
  let { name } = draft
  for (const id of removed) {
    definition.delete(id)
    revisions.delete(id)
    hashes.set(id, undefined)
  }
  for (const { record, content } of put) {
    definition.set(record.id, record)
    revisions.set(record.id, version)
    hashes.set(record.id, content.hash)
    if (record.kind === 'api') name = record.name
  }
  const manifest = updateManifest(draft.manifest, hashes)
  const contents = [...new Map(put.map(({ content }) => [content.hash, content])).values()]
  await (stored ? restoreBodies(tx, contents) : writeBodies(tx, contents))
  await removeDraftRows(tx, api.id, removed)
  await putDraftRows(
    tx,
    api.id,
    version,
    new Map(put.map(({ record, content }) => [record.id, content.hash])),
  )
  const data = { draftVersion: version, draftRoot: manifest.root, name, updatedAt: now }
  await tx.api.update({ where: { id: api.id }, data })
  return { apiId: api.id, slug: api.slug, name, version, definition, revisions, manifest }
}

/** Enough ids for the audit log to say what was touched; an import touches thousands. */
function some(ids: readonly RecordId[]): { count: number; ids: string[] } {
  return { count: ids.length, ids: ids.slice(0, 50) }
}
