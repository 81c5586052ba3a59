import { AppError } from '@penstock/errors'
import type { Manifest } from '@penstock/model/snapshot'
import type { PrismaClient } from '@penstock/prisma'
import { readBodies } from '../store/bodies.ts'
import { contentOf } from '../store/content.ts'
import type { Draft, Drafts } from '../store/drafts.ts'
import { createInFlight } from '../store/in-flight.ts'
import type { Snapshots } from '../store/snapshots.ts'
import type { Builder, BuildInput } from '../workers/builder.ts'
import { builderIdentity } from './builder-identity.ts'
import { createBundleFiles } from './bundle-files.ts'

export interface BundleRef {
  readonly hash: string
  readonly size: number
}

/** Bundles by the content that they were made of. Everything here can be lost and is made again. */
export interface Bundles {
  ofDraft(draft: Draft): Promise<BundleRef>
  ofSnapshot(root: string): Promise<BundleRef>
  /** The bundle of some content if it is indexed and on disk already. */
  existing(root: string): Promise<BundleRef | null>
  /** The bundle that an older build of this server made of the same content, if it is whole on disk. */
  older(root: string): Promise<BundleRef | null>
  /** Throws BUNDLE_NOT_FOUND for a hash that nothing here compiles to. */
  read(hash: string): Promise<Uint8Array>
  /** Forgets the bundle of a draft that moved on, unless it was deployed. */
  discard(root: string): Promise<void>
  /**
   * Deletes, rows and files, what was made before then and belongs neither to history nor to a draft nor is in `serving`.
   * Answers how many files.
   */
  collect(what: CollectOptions): Promise<number>
}

export interface CollectOptions {
  readonly before: Date
  /** Hashes that gateways are to serve, whatever the database says by now. */
  readonly serving: ReadonlySet<string>
  /** Stops before the next file. */
  readonly signal?: AbortSignal | undefined
}

export interface BundlesOptions {
  readonly db: PrismaClient
  readonly dataDir: string
  readonly drafts: Drafts
  readonly snapshots: Snapshots
  readonly builder: Builder
}

export function createBundles({ db, dataDir, drafts, snapshots, builder }: BundlesOptions): Bundles {
  const files = createBundleFiles(dataDir)
  const identity = builderIdentity()
  const building = createInFlight<BundleRef>()

  async function existing(root: string): Promise<BundleRef | null> {
    // Not from memory: another server may have collected the row, and a file without one is collected here.
    const known = await db.bundleIndex.findUnique({ where: { root_builder: { root, builder: identity } } })
    if (!known || !(await files.has(known.hash, known.size))) return null
    return { hash: known.hash, size: known.size }
  }

  async function build(root: string, input: BuildInput): Promise<BundleRef> {
    const { bytes, hash } = await builder.build(input)
    await files.write(hash, bytes)
    const data = { hash, size: bytes.byteLength }
    const key = { root, builder: identity }
    await db.bundleIndex.upsert({ where: { root_builder: key }, create: { ...key, ...data }, update: data })
    return data
  }

  function ensure(root: string, input: () => BuildInput | Promise<BuildInput>): Promise<BundleRef> {
    return building(root, async () => (await existing(root)) ?? build(root, await input()))
  }

  const stored = async (root: string) =>
    inputOf(await snapshots.manifest(root), (hashes) => readBodies(db, hashes))

  /** What some content is compiled from, wherever it still is. */
  async function source(root: string): Promise<BuildInput | null> {
    if (await db.snapshot.findUnique({ where: { root }, select: { root: true } })) return stored(root)
    const api = await db.api.findFirst({ where: { draftRoot: root } })
    return api ? draftInput(await drafts.of(db, api)) : null
  }

  return {
    existing,
    async older(root) {
      for (const { hash, size } of await db.bundleIndex.findMany({
        where: { root, builder: { not: identity } },
      })) {
        // One that can not be read is worth as little as one that is not there.
        if (await files.read(hash).catch(() => null)) return { hash, size }
      }
      return null
    },
    ofDraft: (draft) => ensure(draft.manifest.root, () => draftInput(draft)),
    ofSnapshot: (root) => ensure(root, () => stored(root)),
    async read(hash) {
      const bytes = await files.read(hash)
      if (bytes) return bytes
      for (const { root } of await db.bundleIndex.findMany({ where: { hash, builder: identity } })) {
        const input = await source(root)
        const built = input && (await builder.build(input))
        if (built?.hash !== hash) continue
        await files.write(hash, built.bytes)
        return built.bytes
      }
      throw new AppError('BUNDLE_NOT_FOUND', { params: { hash } })
    },
    async discard(root) {
      if (await db.snapshot.findUnique({ where: { root }, select: { root: true } })) return
      if (await db.api.findFirst({ where: { draftRoot: root }, select: { id: true } })) return
      const gone = await db.bundleIndex.findMany({ where: { root } })
      await db.bundleIndex.deleteMany({ where: { root } })
      for (const { hash } of gone) {
        if ((await db.bundleIndex.count({ where: { hash } })) === 0) await files.remove(hash)
      }
    },
    async collect({ before, serving, signal }) {
      if (signal?.aborted) return 0
      // A row stays for as long as its file does.
      const kept = [...serving, ...(await files.since(before))]
      await db.$executeRaw`
        delete from bundles b
        where not exists (select from snapshots s where s.root = b.root)
          and not exists (select from apis a where a.draft_root = b.root)
          and not exists (select from unnest(${kept}::text[]) hash where hash = b.hash)`
      const rows = await db.bundleIndex.findMany({ select: { hash: true }, distinct: 'hash' })
      const indexed = new Set(rows.map(({ hash }) => hash))
      return files.sweep(before, (hash) => indexed.has(hash) || serving.has(hash), signal)
    },
  }
}

function inputOf(manifest: Manifest, bodies: BuildInput['bodies']): BuildInput {
  const ids: string[] = []
  const hashes: string[] = []
  for (const { entries } of manifest.buckets.values()) {
    for (const [id, hash] of entries) {
      ids.push(id)
      hashes.push(hash)
    }
  }
  return { ids, hashes, bodies }
}

/** From memory: an edit is previewed without reading the draft again. */
function draftInput({ manifest, definition }: Draft): BuildInput {
  return inputOf(manifest, async (hashes) => {
    const wanted = new Set(hashes)
    const found = new Map<string, string>()
    for (const { entries } of manifest.buckets.values()) {
      for (const [id, hash] of entries) {
        if (wanted.has(hash) && !found.has(hash)) found.set(hash, contentOf(definition.get(id)!).body)
      }
    }
    return found
  })
}
