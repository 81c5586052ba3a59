import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { MigrationList } from '@prisma/schema-engine-wasm'

const root = fileURLToPath(new URL('../../', import.meta.url))

/** Where the migrations are: the same place from `src` and from `dist`. */
export const migrationsFolder = join(root, 'migrations')

export function readSchema(): string {
  return readFileSync(join(root, 'schema.prisma'), 'utf8')
}

/** Names of all migrations in the order in which they are applied. */
export function migrationNames(folder = migrationsFolder): string[] {
  if (!existsSync(folder)) return []
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort()
}

/** The folder in the form in which the schema engine wants it. */
export function migrationList(folder = migrationsFolder): MigrationList {
  const lockfile = join(folder, 'migration_lock.toml')
  return {
    baseDir: folder,
    lockfile: {
      path: 'migration_lock.toml',
      content: existsSync(lockfile) ? readFileSync(lockfile, 'utf8') : null,
    },
    shadowDbInitScript: '',
    migrationDirectories: migrationNames(folder).map((name) => ({
      path: name,
      migrationFile: {
        path: 'migration.sql',
        content: { tag: 'ok', value: readFileSync(join(folder, name, 'migration.sql'), 'utf8') },
      },
    })),
  }
}
