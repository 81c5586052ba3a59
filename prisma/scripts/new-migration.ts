// Writes the next migration: what leads from prisma/migrations to schema.prisma. Works without the network.
//   npm run migration -w @penstock/prisma -- add_something
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { startEmbedded } from '../src/embedded/start.ts'
import { draftMigration } from '../src/migrate/author.ts'
import { migrationsFolder } from '../src/migrate/folder.ts'

const name = process.argv[2]
if (!name || !/^[a-z][a-z0-9_]*$/.test(name)) {
  process.stderr.write('usage: npm run migration -w @penstock/prisma -- name_in_snake_case\n')
  process.exit(2)
}

const scratch = mkdtempSync(join(tmpdir(), 'penstock-migration-'))
const database = await startEmbedded(scratch, () => {})
const pool = new pg.Pool({ ...database.connection, max: 1 })
try {
  const sql = await draftMigration(pool)
  if (sql === null) {
    process.stdout.write('The migrations agree with schema.prisma.\n')
  } else {
    const stamp = new Date().toISOString().replace(/\D/g, '').slice(0, 14)
    const folder = join(migrationsFolder, `${stamp}_${name}`)
    mkdirSync(folder, { recursive: true })
    writeFileSync(join(folder, 'migration.sql'), sql)
    writeFileSync(join(migrationsFolder, 'migration_lock.toml'), 'provider = "postgresql"\n')
    process.stdout.write(`${join(folder, 'migration.sql')}\nRead it before you commit it.\n`)
  }
} finally {
  await pool.end()
  await database.close()
  rmSync(scratch, { recursive: true, force: true })
}
