export { closeDatabases, databases, type TestDatabaseKind } from './databases.ts'
export { embeddedDatabase, embeddedFolder, type TestDatabase } from './embedded-database.ts'
export { localPostgres, postgresAvailable } from './local-postgres.ts'
export {
  assertBuilt,
  type PenstockOptions,
  type PenstockProcess,
  penstockEntry,
  startPenstock,
} from './penstock.ts'
export { postgresDatabase } from './postgres-database.ts'
export { type TemporaryFolder, temporaryFolder } from './temporary-folder.ts'
