import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { closeDatabases, databases } from '@penstock/testkit'
import { afterAll, describe, expect, test } from 'vitest'
import { edit, makePets, openTestCore } from '../commands/core.fixture.ts'
import { deploy } from '../commands/deploy.ts'
import { createBundleFiles } from './bundle-files.ts'
import { collectBundles } from './collect-bundles.ts'

afterAll(closeDatabases)

describe.each(databases)('$name', ({ open, skip }) => {
  test.skipIf(skip)(
    'bundles of what is gone are deleted after a day, those of history and drafts stay',
    async () => {
      await using core = await openTestCore(open, { previewDelayMs: 60_000 })
      await makePets(core)
      const first = await deploy(core, { slug: 'pets', stage: 'prod' })
      await edit(core, { summary: 'Second' })
      await core.sync.prepare(await core.drafts.open('pets'))
      const files = createBundleFiles(core.dataDir)
      const lost = 'x'.repeat(43)
      await files.write(lost, new Uint8Array(1))
      const names = () => readdir(join(core.dataDir, 'bundles'))
      expect(await names()).toContain(`${lost}.json`)
      const before = (await names()).length

      expect(await collectBundles(core.db, core.dataDir, new Date())).toBe(0)
      const tomorrow = new Date(Date.now() + 25 * 60 * 60 * 1000)
      expect(await collectBundles(core.db, core.dataDir, tomorrow)).toBe(1)
      expect((await names()).length).toBe(before - 1)
      const roots = (await core.db.bundleIndex.findMany()).map(({ root }) => root)
      expect(roots).toContain(first.snapshotRoot)
      expect(roots).toContain((await core.drafts.open('pets')).manifest.root)
    },
  )
})
