import { chmod, mkdir, mkdtemp, readdir, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { BundleCache } from './bundle-cache.ts'

let directory: string
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'penstock-cache-'))
})
afterEach(() => rm(directory, { recursive: true, force: true }))

test.each([
  ['a folder that it makes', false],
  ['a folder that was open to all', true],
])('only its owner reads the bundles, in %s', async (_, isThere) => {
  const bundles = join(directory, 'bundles')
  if (isThere) {
    await mkdir(bundles)
    await chmod(bundles, 0o755)
  }
  const cache = new BundleCache(directory)
  await cache.prepare()
  await cache.write('a'.repeat(43), Buffer.from('{}'))
  await cache.writeState({ revision: 1, stages: [] })
  const modeOf = async (path: string) => ((await stat(path)).mode & 0o777).toString(8)
  expect(await modeOf(bundles)).toBe('700')
  expect(await modeOf(join(directory, 'state.json'))).toBe('600')
  expect(await Promise.all((await readdir(bundles)).map((name) => modeOf(join(bundles, name))))).toEqual([
    '600',
  ])
})
