import { Prisma } from '@penstock/prisma'
import { closeDatabases, databases, type TestDatabase } from '@penstock/testkit'
import { afterAll, describe, expect, test } from 'vitest'
import { collectContent } from './collect-content.ts'
import { unnamedContent } from './unnamed-content.ts'

afterAll(closeDatabases)

/** 20,000 bodies, of which a draft and a deployment name 8,000, the deployment alone 6,000, and nothing 6,000. */
async function fill({ client: db }: TestDatabase) {
  await db.$executeRaw`
    insert into record_bodies (hash, kind, body)
    select lpad(i::text, 43, 'b'), 'method', repeat('x', 600) from generate_series(0, 19999) i`
  await db.$executeRaw`
    insert into apis (id, slug, name, draft_root, created_at, updated_at)
    values ('api', 'api', 'Large', 'draft', now(), now())`
  await db.$executeRaw`
    insert into draft_records (api_id, record_id, hash, revision)
    select 'api', 'met_' || i, lpad(i::text, 43, 'b'), 1 from generate_series(0, 7999) i`
  await db.$executeRaw`
    insert into manifest_buckets (hash, entries)
    select lpad(i::text, 43, 'm'),
      (select string_agg('met_' || n || ' ' || lpad(n::text, 43, 'b') || E'\n', '') from generate_series(i, 13999, 256) n)
    from generate_series(0, 255) i`
  await db.$executeRaw`insert into manifest_buckets (hash, entries) values ('unnamed', '')`
  await db.$executeRaw`
    insert into snapshots (root, created_at, buckets)
    select 'root', now(), string_agg(i || ' ' || lpad(i::text, 43, 'm') || E'\n', '') from generate_series(0, 255) i`
  await db.$executeRaw`
    insert into deployments (id, api_id, stage, version, snapshot_root, plan_hash, kind, author, source, changes, created_at)
    values ('one', 'api', 'prod', 1, 'root', '', 'deploy', '', 'api', '{}', now())`
}

async function explain({ client: db }: TestDatabase, query: Prisma.Sql): Promise<string> {
  const rows = await db.$queryRaw<{ 'QUERY PLAN': string }[]>(Prisma.sql`explain ${query}`)
  return rows.map((row) => row['QUERY PLAN']).join('\n')
}

describe.each(databases)('$name', ({ open, skip }) => {
  test.skipIf(skip)('looking for what is not named never searches all names again for each row', async () => {
    await using database = await open()
    await fill(database)
    const plans = async () => {
      const texts: string[] = []
      for (const query of Object.values(unnamedContent)) texts.push(await explain(database, query(5000)))
      return texts.join('\n')
    }
    expect(await plans()).not.toMatch(/(?<!hashed )SubPlan/)
    await database.client.$executeRaw`analyze`
    expect(await plans()).not.toMatch(/(?<!hashed )SubPlan/)
    // What the foreign key asks for each body that is deleted.
    const check = await explain(database, Prisma.sql`select from draft_records where hash = 'unnamed'`)
    expect(check).not.toContain('Seq Scan')
  })

  test.skipIf(skip)('collecting stops between two goes', async () => {
    await using database = await open()
    await fill(database)
    const stop = new AbortController()
    const db = new Proxy(database.client, {
      get(target, key, receiver) {
        if (key !== '$transaction') return Reflect.get(target, key, receiver) as unknown
        return async (...args: Parameters<typeof target.$transaction>) => {
          stop.abort()
          return target.$transaction(...args)
        }
      },
    })
    expect(await collectContent(db, stop.signal)).toMatchObject({ bodies: 5000 })
    expect(await collectContent(db, stop.signal)).toMatchObject({ bodies: 0 })
  })

  test.skipIf(skip)('what is not named is deleted among 20,000 bodies, all else stays', async () => {
    await using database = await open()
    await fill(database)
    expect(await collectContent(database.client)).toEqual({ snapshots: 0, buckets: 1, bodies: 6000 })
    expect(await database.client.recordBody.count()).toBe(14_000)
    expect(await database.client.manifestBucket.count()).toBe(256)
  })
})
