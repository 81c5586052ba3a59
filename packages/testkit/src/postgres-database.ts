import { randomBytes } from 'node:crypto'
import { openDatabase } from '@penstock/prisma'
import pg from 'pg'
import type { TestDatabase } from './embedded-database.ts'
import { localPostgres } from './local-postgres.ts'
import { temporaryFolder } from './temporary-folder.ts'

/**
 * A database of its own, empty and migrated, on the PostgreSQL of TEST_DATABASE_URL, or else on one that is started
 * for this test process. Throws when there is neither; `postgresAvailable` tells beforehand.
 */
export async function postgresDatabase(): Promise<TestDatabase> {
  const server = process.env.TEST_DATABASE_URL ?? (await localPostgres()).url
  const name = `penstock_test_${randomBytes(6).toString('hex')}`
  await admin(server, `create database ${name}`)
  const url = new URL(server)
  url.pathname = `/${name}`
  const folder = temporaryFolder()
  const database = await openDatabase({ dataDir: folder.path, databaseUrl: url.href, poolSize: 4 })
  return { ...database, dataDir: folder.path, databaseUrl: url.href, close, [Symbol.asyncDispose]: close }

  async function close() {
    await database.close()
    folder[Symbol.dispose]()
    await admin(server, `drop database if exists ${name} with (force)`)
  }
}

async function admin(url: string, sql: string) {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await client.query(sql)
  } finally {
    await client.end()
  }
}
