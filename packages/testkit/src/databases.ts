import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { embeddedDatabase, type TestDatabase } from './embedded-database.ts'
import { postgresAvailable } from './local-postgres.ts'
import { postgresDatabase } from './postgres-database.ts'

export interface TestDatabaseKind {
  readonly name: string
  readonly skip: boolean
  /** An empty, migrated database. Closing it hands it to the next test of this file, emptied again. */
  readonly open: () => Promise<TestDatabase>
}

const idle: TestDatabase[] = []

/**
 * Both databases for `describe.each`: one suite, two implementations. `skip` is set where a real PostgreSQL can't be
 * had; on CI that is a failure, because then nobody would see that half of the suite does not run. A file that uses
 * it says `afterAll(closeDatabases)`.
 */
export const databases: readonly TestDatabaseKind[] = [
  { name: 'embedded', skip: false, open: reusing('embedded', embeddedDatabase) },
  {
    name: 'postgres',
    skip: !postgresAvailable() && process.env.CI !== 'true',
    open: reusing('postgres', postgresDatabase),
  },
]

export async function closeDatabases(): Promise<void> {
  await Promise.all(idle.splice(0).map((database) => database.close()))
}

/** Starting a database takes a second or more, emptying one a few milliseconds. */
function reusing(kind: TestDatabase['kind'], make: () => Promise<TestDatabase>): () => Promise<TestDatabase> {
  return async () => {
    const at = idle.findIndex((database) => database.kind === kind)
    const database = at === -1 ? await make() : idle.splice(at, 1)[0]!
    if (at !== -1) await empty(database)
    const close = async () => void idle.push(database)
    return { ...database, close, [Symbol.asyncDispose]: close }
  }
}

async function empty({ client, dataDir }: TestDatabase) {
  const tables = await client.$queryRaw<{ name: string }[]>`
    select tablename as name from pg_tables where schemaname = 'public' and tablename <> '_prisma_migrations'`
  const names = tables.map(({ name }) => `"${name}"`).join(', ')
  await client.$executeRawUnsafe(`truncate ${names} cascade`)
  rmSync(join(dataDir, 'bundles'), { recursive: true, force: true })
}
