import { AppError } from '@penstock/errors'
import type { ApiRecord, Definition, RecordId } from '@penstock/model'
import { hashIn, type Manifest, type ManifestBucket } from '@penstock/model/snapshot'
import type { PrismaClient } from '@penstock/prisma'
import { LRUCache } from 'lru-cache'
import { batches, readBodies } from './bodies.ts'
import { recordOf, recordsOfBodies } from './content.ts'
import type { Executor } from './executor.ts'
import { createInFlight } from './in-flight.ts'

export interface Snapshots {
  /** Stores a manifest whose record bodies are there already. What another snapshot shares with it is there too. */
  write(tx: Executor, manifest: Manifest, at: Date): Promise<void>
  /** id → hash of a stored snapshot. */
  manifest(root: string, executor?: Executor): Promise<Manifest>
  /** Some records of a snapshot: what a comparison needs. */
  records(manifest: Manifest, ids: readonly RecordId[]): Promise<Map<RecordId, ApiRecord>>
  /** All of a snapshot, in the order of ids. */
  definition(root: string): Promise<Definition>
  /** Takes what has just been stored, so that it need not be read. */
  remember(manifest: Manifest, definition: Definition): void
}

/** Records held at most over all snapshots. A snapshot and the draft it was made of share theirs. */
const maxRecords = 60_000

export function createSnapshots(db: PrismaClient): Snapshots {
  const manifests = new LRUCache<string, Manifest>({ max: 50 })
  const definitions = new LRUCache<string, Definition>({
    maxSize: maxRecords,
    sizeCalculation: ({ size }) => Math.min(size + 1, maxRecords),
  })

  const loading = createInFlight<Definition>()

  async function manifest(root: string, executor: Executor = db): Promise<Manifest> {
    const cached = manifests.get(root)
    if (cached) return cached
    const loaded = await loadManifest(executor, root)
    manifests.set(root, loaded)
    return loaded
  }

  async function load(root: string): Promise<Definition> {
    const entries = [...(await manifest(root)).buckets.values()].flatMap((bucket) => [...bucket.entries])
    entries.sort(([a], [b]) => (a < b ? -1 : 1))
    const bodies = await readBodies(db, [...new Set(entries.map(([, hash]) => hash))])
    const definition = await recordsOfBodies(
      entries.map(([id, hash]) => ({ id, body: bodies.get(hash) ?? lost(hash) })),
    )
    definitions.set(root, definition)
    return definition
  }

  return {
    write: writeSnapshot,
    manifest,
    async records(of, ids) {
      const cached = definitions.get(of.root)
      const hashes = new Map(ids.map((id) => [id, hashIn(of, id) ?? missing(of, id)]))
      const bodies = cached ? undefined : await readBodies(db, [...new Set(hashes.values())])
      return new Map(
        [...hashes].map(([id, hash]) => [
          id,
          cached?.get(id) ?? recordOf(id, bodies?.get(hash) ?? lost(hash)),
        ]),
      )
    },
    async definition(root) {
      return definitions.get(root) ?? loading(root, () => load(root))
    },
    remember(written, definition) {
      manifests.set(written.root, written)
      definitions.set(written.root, definition)
    },
  }
}

async function writeSnapshot(tx: Executor, manifest: Manifest, at: Date): Promise<void> {
  const buckets = [...manifest.buckets.values()].map(({ hash, entries }) => ({
    hash,
    text: bucketText(entries),
  }))
  for (const batch of batches(buckets, ({ text }) => text.length)) {
    const hashes = batch.map(({ hash }) => hash)
    const texts = batch.map(({ text }) => text)
    await tx.$executeRaw`
      insert into manifest_buckets (hash, entries)
      select * from unnest(${hashes}::text[], ${texts}::text[]) on conflict do nothing`
  }
  const index = [...manifest.buckets].map(([number, { hash }]) => `${number} ${hash}\n`).join('')
  await tx.$executeRaw`
    insert into snapshots (root, buckets, created_at) values (${manifest.root}, ${index}, ${at}) on conflict do nothing`
}

async function loadManifest(db: Executor, root: string): Promise<Manifest> {
  const snapshot = await db.snapshot.findUnique({ where: { root } })
  if (!snapshot) throw new AppError('INTERNAL', { internal: `no snapshot ${root}` })
  const numbers = pairs(snapshot.buckets)
  const hashes = [...new Set(numbers.map(([, hash]) => hash))]
  const rows = await db.$queryRaw<{ hash: string; entries: string }[]>`
    select hash, entries from manifest_buckets where hash = any(${hashes}::text[])`
  const texts = new Map(rows.map(({ hash, entries }) => [hash, entries]))
  const buckets = new Map<number, ManifestBucket>()
  for (const [number, hash] of numbers) {
    buckets.set(Number(number), { hash, entries: new Map(pairs(texts.get(hash) ?? lost(hash))) })
  }
  return { root, buckets }
}

function bucketText(entries: ReadonlyMap<RecordId, string>): string {
  return [...entries]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([id, hash]) => `${id} ${hash}\n`)
    .join('')
}

function pairs(text: string): [string, string][] {
  return text
    .split('\n')
    .slice(0, -1)
    .map((line) => {
      const space = line.indexOf(' ')
      return [line.slice(0, space), line.slice(space + 1)]
    })
}

function missing(manifest: Manifest, id: RecordId): never {
  throw new Error(`the snapshot ${manifest.root} has no record ${id}`)
}

function lost(hash: string): never {
  throw new Error(`the database names content that it does not have: ${hash}`)
}
