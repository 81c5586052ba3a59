import type { Database } from '@penstock/prisma'
import type { Content } from './content.ts'
import type { Executor } from './executor.ts'

/** Above this many characters a statement is split: the embedded database copies a message once per packet. */
const batchChars = 1_000_000

/** Stores what is not there yet. A body is never changed, so what is there is right. */
export async function writeBodies(tx: Executor, contents: Iterable<Content>): Promise<void> {
  for (const batch of batches(contents, ({ body }) => body.length)) {
    const hashes = batch.map(({ hash }) => hash)
    const kinds = batch.map(({ kind }) => kind)
    const bodies = batch.map(({ body }) => body)
    await tx.$executeRaw`
      insert into record_bodies (hash, kind, body)
      select * from unnest(${hashes}::text[], ${kinds}::text[], ${bodies}::text[]) on conflict do nothing`
  }
}

/**
 * The same for thousands of bodies, before the transaction that refers to them and past the ORM, which would spend as
 * long on copying the parameters as the database on storing them. A body that nothing comes to refer to is collected
 * in time (`collectContent`), so the transaction looks once more (`restoreBodies`).
 */
export async function storeBodies(pool: Database['pool'], contents: Iterable<Content>): Promise<void> {
  for (const batch of batches(contents, ({ body }) => body.length)) {
    await pool.query(
      'insert into record_bodies (hash, kind, body) select * from unnest($1::text[], $2::text[], $3::text[]) on conflict do nothing',
      [batch.map(({ hash }) => hash), batch.map(({ kind }) => kind), batch.map(({ body }) => body)],
    )
  }
}

/** Inside the transaction that refers to bodies of `storeBodies`: those that were collected meanwhile, again. */
export async function restoreBodies(tx: Executor, contents: readonly Content[]): Promise<void> {
  const missing = new Set(
    await missingBodies(
      tx,
      contents.map(({ hash }) => hash),
    ),
  )
  await writeBodies(
    tx,
    contents.filter(({ hash }) => missing.has(hash)),
  )
}

/** Which of these are not stored. From here on nothing is collected until the transaction ends. */
export async function missingBodies(tx: Executor, hashes: readonly string[]): Promise<string[]> {
  await tx.$executeRaw`lock table record_bodies in row exclusive mode`
  const missing: string[] = []
  for (let at = 0; at < hashes.length; at += 5000) {
    const some = hashes.slice(at, at + 5000)
    const rows = await tx.$queryRaw<{ hash: string }[]>`
      select hash from unnest(${some}::text[]) hash
      where not exists (select from record_bodies b where b.hash = hash.hash)`
    for (const { hash } of rows) missing.push(hash)
  }
  return missing
}

/** Hash → body, for those that exist. */
export async function readBodies(db: Executor, hashes: readonly string[]): Promise<Map<string, string>> {
  const found = new Map<string, string>()
  for (let at = 0; at < hashes.length; at += 5000) {
    const some = hashes.slice(at, at + 5000)
    const rows = await db.$queryRaw<{ hash: string; body: string }[]>`
      select hash, body from record_bodies where hash = any(${some}::text[])`
    for (const { hash, body } of rows) found.set(hash, body)
  }
  return found
}

/** Consecutive groups whose sizes add up to about `batchChars`. */
export function* batches<T>(items: Iterable<T>, size: (item: T) => number): Generator<T[]> {
  let batch: T[] = []
  let chars = 0
  for (const item of items) {
    batch.push(item)
    chars += size(item)
    if (chars < batchChars && batch.length < 10_000) continue
    yield batch
    batch = []
    chars = 0
  }
  if (batch.length > 0) yield batch
}
