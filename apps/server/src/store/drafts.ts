import type { ApiRecord, Definition, RecordId } from '@penstock/model'
import { buildManifest, type Manifest } from '@penstock/model/snapshot'
import type { ApiModel, PrismaClient } from '@penstock/prisma'
import { LRUCache } from 'lru-cache'
import { findApi } from './apis.ts'
import { readBodies } from './bodies.ts'
import { recordsOfBodies } from './content.ts'
import { readDraftRows } from './draft-records.ts'
import type { Executor } from './executor.ts'
import { createInFlight } from './in-flight.ts'

/** A draft as it is at one version. Immutable: a save makes the next one. */
export interface Draft {
  readonly apiId: string
  readonly slug: string
  readonly name: string
  readonly version: number
  readonly definition: Definition
  /** Record → the draft version that wrote it. */
  readonly revisions: ReadonlyMap<RecordId, number>
  readonly manifest: Manifest
}

export interface Drafts {
  /** The draft as the database has it now. Throws API_NOT_FOUND. */
  open(slug: string): Promise<Draft>
  /** The same for a row that is at hand, for instance locked by `tx`. */
  of(db: Executor, api: ApiModel): Promise<Draft>
  /** The cached draft with this content, if there is one. */
  withRoot(root: string): Draft | undefined
  /** Takes a draft that has just been written. */
  remember(draft: Draft): void
  forget(apiId: string): void
}

/** Records held at most, over all drafts: about 1 KB each. */
const maxRecords = 150_000

/**
 * Drafts in memory, each checked against the database's version on every use, so that a second server or a rolled
 * back transaction never leaves a wrong one behind.
 */
export function createDrafts(db: PrismaClient): Drafts {
  const cache = new LRUCache<string, Draft>({
    maxSize: maxRecords,
    sizeCalculation: ({ definition }) => Math.min(definition.size + 1, maxRecords),
  })
  const loading = createInFlight<Draft>()

  /** A slow reader must not put back what a save has replaced meanwhile. */
  function remember(draft: Draft) {
    const held = cache.peek(draft.apiId)
    if (!held || held.version <= draft.version) cache.set(draft.apiId, draft)
  }

  async function of(executor: Executor, api: ApiModel): Promise<Draft> {
    const cached = cache.get(api.id)
    if (cached?.version === api.draftVersion && cached.slug === api.slug) return cached
    const draft = await loadDraft(executor, api, cached)
    remember(draft)
    return draft
  }

  return {
    of,
    async open(slug) {
      const api = await findApi(db, slug)
      return loading(`${api.id} ${api.draftVersion}`, () => of(db, api))
    },
    withRoot(root) {
      for (const draft of cache.values()) if (draft.manifest.root === root) return draft
      return undefined
    },
    remember,
    forget: (apiId) => void cache.delete(apiId),
  }
}

/** Reads the rows, and only those bodies that the older draft in memory does not have. */
async function loadDraft(db: Executor, api: ApiModel, known: Draft | undefined): Promise<Draft> {
  const rows = await readDraftRows(db, api.id)
  const manifest = buildManifest(rows.map(({ id, hash }) => [id, hash] as const))
  const records = new Map<RecordId, ApiRecord>()
  for (const [id, hash] of hashesOf(known?.manifest)) {
    const record = known?.definition.get(id)
    if (record) records.set(`${id} ${hash}`, record)
  }
  const missing = rows.filter(({ id, hash }) => !records.has(`${id} ${hash}`))
  const bodies = await readBodies(db, [...new Set(missing.map(({ hash }) => hash))])
  const loaded = await recordsOfBodies(
    missing.map(({ id, hash }) => ({ id, body: bodies.get(hash) ?? lost(hash) })),
  )
  const definition = new Map<RecordId, ApiRecord>()
  for (const { id, hash } of rows) definition.set(id, loaded.get(id) ?? records.get(`${id} ${hash}`)!)
  return {
    apiId: api.id,
    slug: api.slug,
    name: api.name,
    version: api.draftVersion,
    definition,
    revisions: new Map(rows.map(({ id, revision }) => [id, revision])),
    manifest,
  }
}

function* hashesOf(manifest: Manifest | undefined): Generator<readonly [RecordId, string]> {
  for (const bucket of manifest?.buckets.values() ?? []) yield* bucket.entries
}

function lost(hash: string): never {
  throw new Error(`the database names a record body that it does not have: ${hash}`)
}
