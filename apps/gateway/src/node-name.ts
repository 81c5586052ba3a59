import { randomBytes } from 'node:crypto'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { hostname } from 'node:os'
import { join } from 'node:path'

/** The same over restarts, another for every data directory. */
export async function nodeName(directory: string): Promise<string> {
  const path = join(directory, 'node')
  try {
    const kept = (await readFile(path, 'utf8')).trim()
    if (kept !== '') return kept
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
  }
  const name = `${hostname()}-${randomBytes(3).toString('hex')}`
  await mkdir(directory, { recursive: true })
  await writeFile(path, `${name}\n`)
  return name
}
