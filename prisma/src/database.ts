import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { PrismaPg } from '@prisma/adapter-pg'
import { AppError, type ErrorCode } from '@penstock/errors'
import pg from 'pg'
import { startEmbedded } from './embedded/start.ts'
import { PrismaClient } from './generated/client.ts'
import { acquireLock, type FileLock } from '@penstock/errors/file-lock'
import { applyMigrations } from './migrate/apply.ts'

export interface DatabaseOptions {
  /** Folder of this installation; made if it is not there, and locked against a second process. */
  readonly dataDir: string
  /** A PostgreSQL to use instead of the embedded database. */
  readonly databaseUrl?: string | undefined
  /** Connections to PostgreSQL at most; the embedded database has one. */
  readonly poolSize?: number
  /** Told what an operator should know: the database process was restarted, a connection broke. */
  readonly log?: (message: string) => void
}

export interface Database extends AsyncDisposable {
  readonly client: PrismaClient
  /** The same connections without Prisma: for statements that carry a whole definition. */
  readonly pool: pg.Pool
  readonly kind: 'embedded' | 'postgres'
  /** Names of the migrations that opening it applied. */
  readonly migrated: readonly string[]
  /** Set for PostgreSQL: where to open a connection for LISTEN, which the embedded database does not deliver. */
  readonly url: string | null
  /** Process id of the embedded database. */
  childPid(): number | undefined
  close(): Promise<void>
}

/**
 * Opens the installation's database, migrated. Throws DATA_DIR_IN_USE, DATABASE_UNAVAILABLE, DATABASE_TOO_NEW or
 * DISK_FULL.
 */
export async function openDatabase(options: DatabaseOptions): Promise<Database> {
  const { dataDir, databaseUrl, log = () => {} } = options
  const lock = lockFolder(dataDir)
  const undo: (() => unknown)[] = [() => lock.release()]
  try {
    const embedded = databaseUrl ? undefined : await startEmbedded(dataDir, log)
    if (embedded) undo.push(() => embedded.close())
    // One connection for the embedded database: it runs one statement at a time whatever we do, and all its
    // connections share one session, in which prepared statements of two of them would meet.
    const pool = new pg.Pool({
      ...(embedded ? embedded.connection : { connectionString: databaseUrl }),
      max: embedded ? 1 : (options.poolSize ?? 10),
      connectionTimeoutMillis: 30_000,
    })
    pool.on('error', (error) => log(`a database connection broke: ${error.message}`))
    undo.push(() => pool.end())
    const migrated = await applyMigrations(pool)
    const client = new PrismaClient({
      adapter: new PrismaPg(pool),
      // Waiting in line is not an error: with one connection an import makes the others wait for seconds.
      transactionOptions: { maxWait: 30_000, timeout: 120_000 },
    })
    undo.push(() => client.$disconnect())
    const close = once(() => unwind(undo))
    return {
      client,
      pool,
      kind: embedded ? 'embedded' : 'postgres',
      migrated,
      url: databaseUrl ?? null,
      childPid: () => embedded?.pid(),
      close,
      [Symbol.asyncDispose]: close,
    }
  } catch (error) {
    await unwind(undo)
    throw databaseError(error)
  }
}

function lockFolder(dataDir: string): FileLock {
  try {
    mkdirSync(dataDir, { recursive: true, mode: 0o700 })
    return acquireLock(join(dataDir, 'lock'))
  } catch (error) {
    throw databaseError(error)
  }
}

async function unwind(undo: (() => unknown)[]) {
  for (const step of undo.splice(0).reverse()) await step()
}

function once(close: () => Promise<void>): () => Promise<void> {
  let closing: Promise<void> | undefined
  return () => (closing ??= close())
}

/** What PostgreSQL, its driver or Prisma threw, as an error with a code where it is one that an operator can mend. */
export function databaseError(thrown: unknown): unknown {
  if (thrown instanceof AppError) return thrown
  const code = mendable(thrown)
  return code ? new AppError(code, { cause: thrown, internal: String(thrown) }) : thrown
}

const unavailable = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'ENOTFOUND',
  'EPIPE',
  'ETIMEDOUT',
  'P1001',
  'P1002',
  'P1008',
  'P1017',
  'P2024',
  'P2028',
])

function mendable(thrown: unknown, depth = 0): ErrorCode | undefined {
  if (typeof thrown !== 'object' || thrown === null || depth > 4) return undefined
  const { code, originalCode, syscall, cause, meta, message } = thrown as Record<string, unknown>
  if (code === 'ENOENT' && syscall === 'connect') return 'DATABASE_UNAVAILABLE'
  for (const found of [code, originalCode]) {
    if (found === 'ENOSPC' || found === '53100') return 'DISK_FULL'
    if (typeof found === 'string' && (unavailable.has(found) || /^(08|57P)/.test(found)))
      return 'DATABASE_UNAVAILABLE'
  }
  if (
    typeof message === 'string' &&
    /Connection terminated|timeout exceeded when trying to connect/.test(message)
  ) {
    return 'DATABASE_UNAVAILABLE'
  }
  return (
    mendable(cause, depth + 1) ??
    mendable((meta as Record<string, unknown> | undefined)?.driverAdapterError, depth + 1)
  )
}
