import { embeddedDatabase, type TestDatabase } from './embedded-database.ts'
import { postgresAvailable } from './local-postgres.ts'
import { postgresDatabase } from './postgres-database.ts'

/**
 * Both databases for `describe.each`: one suite, two implementations. `skip` is set where a real PostgreSQL can't be
 * had; on CI that is a failure, because then nobody would see that half of the suite does not run.
 */
export const databases: readonly {
  readonly name: string
  readonly skip: boolean
  readonly open: () => Promise<TestDatabase>
}[] = [
  { name: 'embedded', skip: false, open: embeddedDatabase },
  { name: 'postgres', skip: !postgresAvailable() && process.env.CI !== 'true', open: postgresDatabase },
]
