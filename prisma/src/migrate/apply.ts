import { PrismaPg } from '@prisma/adapter-pg'
import { AppError } from '@penstock/errors'
import type pg from 'pg'
import { createSchemaEngine } from './engine.ts'
import { migrationList, migrationNames, readSchema } from './folder.ts'

/** Any number that no other program uses for an advisory lock of its own in this database. */
const lockKey = 7_051_968_331

/**
 * Brings the database to this build's schema and answers the names of the migrations that were applied. Writes
 * Prisma's ordinary `_prisma_migrations`, so `prisma migrate deploy` may take turns with it. Throws DATABASE_TOO_NEW
 * when a newer build has been here: an old one would write rows that the new schema does not mean.
 */
export async function applyMigrations(pool: pg.Pool): Promise<string[]> {
  const known = migrationNames()
  if ((await pending(pool, known)).length === 0) return []
  // Replicas that start together take turns. The lock is the session's; a replica that dies gives it back.
  const turn = pool.options.max === 1 ? undefined : await pool.connect()
  try {
    await turn?.query('select pg_advisory_lock($1)', [lockKey])
    if ((await pending(pool, known)).length === 0) return []
    const engine = await createSchemaEngine(new PrismaPg(pool), readSchema())
    try {
      const filters = { externalTables: [], externalEnums: [] }
      const { appliedMigrationNames } = await engine.applyMigrations({
        migrationsList: migrationList(),
        filters,
      })
      return appliedMigrationNames
    } finally {
      engine.free()
    }
  } finally {
    await turn?.query('select pg_advisory_unlock($1)', [lockKey])
    turn?.release()
  }
}

async function pending(pool: pg.Pool, known: readonly string[]): Promise<string[]> {
  const table = await pool.query<{ exists: boolean }>(
    `select to_regclass('_prisma_migrations') is not null as exists`,
  )
  if (!table.rows[0]?.exists) return [...known]
  const { rows } = await pool.query<{ migration_name: string }>(
    'select migration_name from _prisma_migrations where finished_at is not null and rolled_back_at is null',
  )
  const applied = new Set(rows.map((row) => row.migration_name))
  for (const name of applied) {
    if (!known.includes(name)) throw new AppError('DATABASE_TOO_NEW', { params: { migration: name } })
  }
  return known.filter((name) => !applied.has(name))
}
