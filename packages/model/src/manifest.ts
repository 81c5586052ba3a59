import { hashText } from './hash.ts'
import type { RecordId } from './records.ts'

/**
 * A snapshot: id → content hash of every record, in 256 buckets by id, each bucket named by its own hash, and a root
 * hash over the buckets. Two snapshots share the buckets that are equal, and comparing them looks only into those
 * that differ (SPEC S1–S3).
 *
 *     root ── bucket 00 ── met_a → hash, res_b → hash
 *          ├─ bucket 01 ── …
 *          └─ bucket ff
 */
export interface Manifest {
  readonly root: string
  /** Bucket number → its hash; empty buckets are absent. */
  readonly buckets: ReadonlyMap<number, ManifestBucket>
}

export interface ManifestBucket {
  readonly hash: string
  readonly entries: ReadonlyMap<RecordId, string>
}

export interface ManifestChange {
  readonly added: readonly RecordId[]
  readonly updated: readonly RecordId[]
  readonly removed: readonly RecordId[]
}

export function buildManifest(hashes: Iterable<readonly [RecordId, string]>): Manifest {
  const buckets = new Map<number, Map<RecordId, string>>()
  for (const [id, hash] of hashes) {
    const number = bucketOf(id)
    const bucket = buckets.get(number)
    if (bucket) bucket.set(id, hash)
    else buckets.set(number, new Map([[id, hash]]))
  }
  return seal(new Map([...buckets].map(([number, entries]) => [number, sealBucket(entries)])))
}

/** The manifest after some records changed (`undefined` removes). Only the touched buckets are hashed again. */
export function updateManifest(
  manifest: Manifest,
  changes: ReadonlyMap<RecordId, string | undefined>,
): Manifest {
  const touched = new Map<number, Map<RecordId, string>>()
  for (const [id, hash] of changes) {
    const number = bucketOf(id)
    let entries = touched.get(number)
    if (!entries) touched.set(number, (entries = new Map(manifest.buckets.get(number)?.entries)))
    if (hash === undefined) entries.delete(id)
    else entries.set(id, hash)
  }
  const buckets = new Map(manifest.buckets)
  for (const [number, entries] of touched) {
    if (entries.size === 0) buckets.delete(number)
    else buckets.set(number, sealBucket(entries))
  }
  return seal(buckets)
}

/** SPEC S3: which records differ; costs the size of the buckets that differ. */
export function compareManifests(from: Manifest, to: Manifest): ManifestChange {
  const added: RecordId[] = []
  const updated: RecordId[] = []
  const removed: RecordId[] = []
  if (from.root === to.root) return { added, updated, removed }
  for (let number = 0; number < 256; number++) {
    const a = from.buckets.get(number)
    const b = to.buckets.get(number)
    if (a?.hash === b?.hash) continue
    for (const [id, hash] of b?.entries ?? []) {
      const before = a?.entries.get(id)
      if (before === undefined) added.push(id)
      else if (before !== hash) updated.push(id)
    }
    for (const id of a?.entries.keys() ?? []) if (!b?.entries.has(id)) removed.push(id)
  }
  return { added, updated, removed }
}

/** Content hash of a record; undefined where the snapshot does not have it. */
export function hashIn(manifest: Manifest, id: RecordId): string | undefined {
  return manifest.buckets.get(bucketOf(id))?.entries.get(id)
}

/** FNV-1a over the id, folded to a byte: spreads ids evenly without hashing them for real. */
function bucketOf(id: RecordId): number {
  let hash = 0x811c9dc5
  for (let i = 0; i < id.length; i++) hash = Math.imul(hash ^ id.charCodeAt(i), 0x01000193)
  return (hash ^ (hash >>> 8) ^ (hash >>> 16) ^ (hash >>> 24)) & 0xff
}

function sealBucket(entries: ReadonlyMap<RecordId, string>): ManifestBucket {
  const lines = [...entries].sort(([a], [b]) => (a < b ? -1 : 1)).map(([id, hash]) => `${id} ${hash}\n`)
  return { hash: hashText(lines.join('')), entries }
}

function seal(buckets: ReadonlyMap<number, ManifestBucket>): Manifest {
  const lines: string[] = []
  for (let number = 0; number < 256; number++) {
    const bucket = buckets.get(number)
    if (bucket) lines.push(`${number} ${bucket.hash}\n`)
  }
  return { root: hashText(lines.join('')), buckets }
}
