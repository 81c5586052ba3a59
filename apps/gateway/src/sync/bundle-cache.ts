import { chmod, mkdir, open, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type DesiredState, desiredStateSchema } from '@penstock/bundle'

/**
 * What the gateway serves from when the control plane is away: `bundles/<hash>` and `state.json`. Every file is
 * written beside its name and renamed, so a reader sees the old one or the new one; a bundle that is damaged all the
 * same shows by its hash.
 */
export class BundleCache {
  readonly #bundles: string
  readonly #state: string

  constructor(directory: string) {
    this.#bundles = join(directory, 'bundles')
    this.#state = join(directory, 'state.json')
  }

  async prepare(): Promise<void> {
    await mkdir(this.#bundles, { recursive: true, mode: 0o700 })
    // The environment of functions is in them; a folder that was there keeps its mode otherwise.
    await chmod(this.#bundles, 0o700)
  }

  /** The bytes under this hash, unverified; null when there are none. */
  async read(hash: string): Promise<Uint8Array | null> {
    return isHash(hash) ? await readIfThere(join(this.#bundles, hash)) : null
  }

  async write(hash: string, bytes: Uint8Array): Promise<void> {
    if (isHash(hash)) await writeWhole(join(this.#bundles, hash), bytes)
  }

  async remove(hash: string): Promise<void> {
    if (isHash(hash)) await rm(join(this.#bundles, hash), { force: true })
  }

  /** Removes the bundles that nothing points at, and what an interrupted write left. */
  async retain(hashes: ReadonlySet<string>): Promise<void> {
    for (const name of await readdir(this.#bundles)) {
      if (!hashes.has(name)) await rm(join(this.#bundles, name), { force: true })
    }
  }

  /** The last state that was served; null when there is none or it cannot be read. */
  async readState(): Promise<DesiredState | null> {
    const bytes = await readIfThere(this.#state)
    if (bytes === null) return null
    try {
      return desiredStateSchema.parse(JSON.parse(Buffer.from(bytes).toString('utf8')))
    } catch {
      // Damaged or of another version: the control plane sends it again.
      return null
    }
  }

  async writeState(state: DesiredState): Promise<void> {
    await writeWhole(this.#state, Buffer.from(JSON.stringify(state)))
  }
}

/** Hashes become file names: nothing but base64url may. */
function isHash(hash: string): boolean {
  return /^[\w-]{20,64}$/.test(hash)
}

async function readIfThere(path: string): Promise<Uint8Array | null> {
  try {
    return await readFile(path)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
    throw error
  }
}

async function writeWhole(path: string, bytes: Uint8Array): Promise<void> {
  const temporary = `${path}.${process.pid}.tmp`
  await writeFile(temporary, bytes, { mode: 0o600 })
  // Without this a power cut may leave the new name with an empty file.
  const file = await open(temporary, 'r')
  await file.sync()
  await file.close()
  await rename(temporary, path)
}
