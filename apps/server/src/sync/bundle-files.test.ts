import { randomUUID } from 'node:crypto'
import { mkdtemp, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { bundleHash } from '@penstock/bundle'
import { expect, test } from 'vitest'
import { createBundleFiles } from './bundle-files.ts'

test('only its owner reads the bundles: the environment of functions is in them', async () => {
  const dataDir = await mkdtemp(join(tmpdir(), 'penstock-bundles-'))
  try {
    const files = createBundleFiles(dataDir)
    const bytes = Buffer.from(randomUUID())
    const hash = bundleHash(bytes)
    await files.write(hash, bytes)
    const modeOf = async (path: string) => ((await stat(path)).mode & 0o777).toString(8)
    expect(await modeOf(join(dataDir, 'bundles'))).toBe('700')
    expect(await modeOf(join(dataDir, 'bundles', `${hash}.json`))).toBe('600')
  } finally {
    await rm(dataDir, { recursive: true, force: true })
  }
})
