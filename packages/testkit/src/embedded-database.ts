import { createHash } from 'node:crypto'
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Database, migrationsFolder, openDatabase } from '@penstock/prisma'
import { type TemporaryFolder, temporaryFolder } from './temporary-folder.ts'

export interface TestDatabase extends Database {
  readonly dataDir: string
  /** For a second process on the same database; undefined for the embedded one, which finds it in `dataDir`. */
  readonly databaseUrl: string | undefined
}

/**
 * The embedded database, empty and migrated, in a folder of its own. Making one takes seconds, so the first use on a
 * machine makes a template of this set of migrations, which the others copy.
 */
export async function embeddedDatabase(): Promise<TestDatabase> {
  const folder = await embeddedFolder()
  const database = await openDatabase({ dataDir: folder.path })
  return { ...database, dataDir: folder.path, databaseUrl: undefined, close, [Symbol.asyncDispose]: close }

  async function close() {
    await database.close()
    folder[Symbol.dispose]()
  }
}

/** A data directory with the embedded database in it, empty and migrated, for whoever opens it. */
export async function embeddedFolder(): Promise<TemporaryFolder> {
  const folder = temporaryFolder()
  cpSync(await template(), folder.path, { recursive: true })
  return folder
}

async function template(): Promise<string> {
  const ready = join(tmpdir(), `penstock-template-${fingerprint()}`)
  if (existsSync(ready)) return ready
  const draft = mkdtempSync(join(tmpdir(), 'penstock-draft-'))
  await (await openDatabase({ dataDir: draft })).close()
  mkdirSync(tmpdir(), { recursive: true })
  try {
    renameSync(draft, ready)
  } catch (error) {
    // Another test process was quicker; its template is as good.
    if (!existsSync(ready)) throw error
    rmSync(draft, { recursive: true, force: true })
  }
  return ready
}

function fingerprint(): string {
  const hash = createHash('sha256').update(process.version)
  for (const name of readdirSync(migrationsFolder).sort()) {
    const file = join(migrationsFolder, name, 'migration.sql')
    if (existsSync(file)) hash.update(name).update(readFileSync(file))
  }
  return hash.digest('hex').slice(0, 16)
}
