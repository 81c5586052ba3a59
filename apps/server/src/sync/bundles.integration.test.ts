import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { StageState } from '@penstock/bundle'
import { closeDatabases, databases, embeddedDatabase, temporaryFolder } from '@penstock/testkit'
import { afterAll, describe, expect, test } from 'vitest'
import { edit, makePets, openTestCore, type TestCore } from '../commands/core.fixture.ts'
import { deploy } from '../commands/deploy.ts'
import { removeApi } from '../commands/remove-api.ts'
import { saveRecords } from '../commands/save-records.ts'
import { createCore } from '../core.ts'
import { collectContent } from '../store/collect-content.ts'
import { createBuilder } from '../workers/builder.ts'
import { createBundleFiles } from './bundle-files.ts'

afterAll(closeDatabases)

const prod = { slug: 'pets', stage: 'prod' }
const tomorrow = () => new Date(Date.now() + 25 * 60 * 60 * 1000)
const names = (dataDir: string) => readdir(join(dataDir, 'bundles'))
const served = ({ sync }: { sync: TestCore['sync'] }, name = 'prod') =>
  (sync.state().stages.find(({ stage }) => stage === name) as StageState).bundle
/** No preview is built but where a test says so. */
const options = { previewDelayMs: 600_000, reconcileMs: 600_000 }

describe.each(databases)('$name', ({ open, skip }) => {
  test.skipIf(skip)('a file without a row goes after a day, history and drafts stay', async () => {
    await using core = await openTestCore(open, options)
    await makePets(core)
    const first = await deploy(core, prod)
    await edit(core, { summary: 'Second' })
    await core.sync.prepare(await core.drafts.open('pets'))
    const before = await names(core.dataDir)
    await createBundleFiles(core.dataDir).write('x'.repeat(43), new Uint8Array(1))

    expect(await core.sync.collectBundles(new Date())).toBe(0)
    expect(await core.sync.collectBundles(tomorrow())).toBe(1)
    expect(await names(core.dataDir)).toEqual(before)
    const roots = (await core.db.bundleIndex.findMany()).map(({ root }) => root)
    expect(roots).toContain(first.snapshotRoot)
    expect(roots).toContain((await core.drafts.open('pets')).manifest.root)
  })

  test.skipIf(skip)('the bundle of a removed API goes row and file together, and is made again', async () => {
    await using core = await openTestCore(open, options)
    await makePets(core)
    const { snapshotRoot: root } = await deploy(core, prod)
    await removeApi(core, { slug: 'pets' })
    await collectContent(core.db)
    const kept = { rows: await core.db.bundleIndex.count(), files: await names(core.dataDir) }
    expect(kept.rows).toBeGreaterThan(0)

    // Gateways may still be about to fetch it.
    expect(await core.sync.collectBundles(new Date())).toBe(0)
    expect({ rows: await core.db.bundleIndex.count(), files: await names(core.dataDir) }).toEqual(kept)
    expect(await core.sync.collectBundles(tomorrow())).toBe(kept.files.length)
    expect(await core.db.bundleIndex.count()).toBe(0)
    expect(await names(core.dataDir)).toEqual([])

    await makePets(core)
    expect((await deploy(core, prod)).snapshotRoot).toBe(root)
    await core.sync.collectBundles(tomorrow())
    expect(await core.db.bundleIndex.count({ where: { root } })).toBe(1)
    expect((await core.sync.bundle(served(core))).byteLength).toBeGreaterThan(0)
  })
})

test('what another server collected is made again where it is needed', async () => {
  await using core = await openTestCore(embeddedDatabase, options)
  await makePets(core)
  const { snapshotRoot: root } = await deploy(core, prod)
  await removeApi(core, { slug: 'pets' })
  await collectContent(core.db)
  using folder = temporaryFolder()
  await using builder = createBuilder()
  await using other = await createCore({
    database: core.database,
    dataDir: folder.path,
    builder,
    ...options,
  })
  await other.sync.collectBundles(tomorrow())
  expect(await core.db.bundleIndex.count()).toBe(0)

  await makePets(core)
  expect((await deploy(core, prod)).snapshotRoot).toBe(root)
  await core.sync.collectBundles(tomorrow())
  expect((await core.sync.bundle(served(core))).byteLength).toBeGreaterThan(0)
})

test('a bundle on the board of which neither row nor file is left is made again', async () => {
  await using core = await openTestCore(embeddedDatabase, options)
  await makePets(core)
  await deploy(core, prod)
  await core.sync.refreshPreview('pets')
  for (const stage of ['prod', 'preview']) {
    const hash = served(core, stage)
    await core.db.bundleIndex.deleteMany()
    await createBundleFiles(core.dataDir).remove(hash)
    expect((await core.sync.bundle(hash)).byteLength).toBeGreaterThan(0)
    expect(await names(core.dataDir)).toContain(`${hash}.json`)
  }
})

test('what a held preview serves stays, though the draft moved on', async () => {
  await using core = await openTestCore(embeddedDatabase, options)
  await makePets(core)
  await core.sync.refreshPreview('pets')
  const hash = served(core, 'preview')
  const { revisions } = await core.drafts.open('pets')
  const removed = [{ id: 'api_pets', revision: revisions.get('api_pets')! }]
  await saveRecords(core, { slug: 'pets', changeId: 'x', added: [], updated: [], removed })
  await core.sync.refreshPreview('pets')
  expect(core.sync.status('pets', 'preview').problem).toMatch(/could not be built/)
  expect(served(core, 'preview')).toBe(hash)

  await core.sync.collectBundles(tomorrow())
  expect((await core.sync.bundle(hash)).byteLength).toBeGreaterThan(0)
})

test('collecting stops when it is told to', async () => {
  await using core = await openTestCore(embeddedDatabase, options)
  await createBundleFiles(core.dataDir).write('x'.repeat(43), new Uint8Array(1))
  expect(await core.sync.collectBundles(tomorrow(), AbortSignal.abort())).toBe(0)
  expect(await core.sync.collectBundles(tomorrow())).toBe(1)
})
