import { mkdirSync } from 'node:fs'
import { readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { AppError } from '@penstock/errors'
import { bundleHash } from '@penstock/bundle'

/** Bundles on disk, each named by the hash of its bytes. */
export interface BundleFiles {
  /** Whether a file of this size is there; its content is checked when it is read. */
  has(hash: string, size: number): Promise<boolean>
  /** The bytes; null when they are not there or not what the name says (cut in half by a full disk, a power cut). */
  read(hash: string): Promise<Uint8Array | null>
  /** All of it or nothing. Throws DISK_FULL. */
  write(hash: string, bytes: Uint8Array): Promise<void>
  remove(hash: string): Promise<void>
  /** The hashes of what was written then or later. */
  since(then: Date): Promise<string[]>
  /** Removes what was written before then and is not wanted, until it is told to stop; answers how many files. */
  sweep(before: Date, wanted: (hash: string) => boolean, signal?: AbortSignal): Promise<number>
}

export function createBundleFiles(dataDir: string): BundleFiles {
  const folder = join(dataDir, 'bundles')
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const fileOf = (hash: string) => join(folder, `${hash}.json`)
  let writes = 0

  async function* list() {
    for (const name of await readdir(folder)) {
      // Halves that a killed server left behind are `<hash>.json.<process>.<number>`.
      const [, hash, half] = /^([\w-]{43})\.json(\.\d+\.\d+)?$/.exec(name) ?? []
      if (hash !== undefined) yield { hash, isWhole: half === undefined, file: join(folder, name) }
    }
  }

  return {
    async has(hash, size) {
      return (await orNull(stat(fileOf(hash))))?.size === size
    },
    async read(hash) {
      if (!/^[\w-]{43}$/.test(hash)) return null
      const bytes = await orNull(readFile(fileOf(hash)))
      return bytes && bundleHash(bytes) === hash ? bytes : null
    },
    async write(hash, bytes) {
      const draft = `${fileOf(hash)}.${process.pid}.${++writes}`
      try {
        await writeFile(draft, bytes, { mode: 0o600, flush: true })
        await rename(draft, fileOf(hash))
      } catch (error) {
        await rm(draft, { force: true })
        const full = ['ENOSPC', 'EDQUOT'].includes((error as NodeJS.ErrnoException).code ?? '')
        throw full ? new AppError('DISK_FULL', { cause: error }) : error
      }
    },
    remove: (hash) => rm(fileOf(hash), { force: true }),
    async since(then) {
      const hashes: string[] = []
      for await (const { hash, isWhole, file } of list()) {
        const found = isWhole && (await orNull(stat(file)))
        if (found && found.mtime >= then) hashes.push(hash)
      }
      return hashes
    },
    async sweep(before, wanted, signal) {
      let removed = 0
      for await (const { hash, isWhole, file } of list()) {
        if (signal?.aborted) break
        if (isWhole && wanted(hash)) continue
        const found = await orNull(stat(file))
        if (!found || found.mtime >= before) continue
        await rm(file, { force: true })
        removed++
      }
      return removed
    },
  }
}

async function orNull<T>(work: Promise<T>): Promise<T | null> {
  try {
    return await work
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
    throw error
  }
}
