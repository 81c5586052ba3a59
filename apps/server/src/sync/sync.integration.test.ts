import { mkdirSync, readFileSync, rmSync, truncateSync, unlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { bundleHash, loadBundle, type StageState } from '@penstock/bundle'
import { closeDatabases, databases, embeddedDatabase } from '@penstock/testkit'
import { afterAll, describe, expect, test, vi } from 'vitest'
import { edit, makePets, openTestCore, type TestCore } from '../commands/core.fixture.ts'
import { deploy } from '../commands/deploy.ts'
import { rollback } from '../commands/rollback.ts'
import { removeApi } from '../commands/remove-api.ts'
import { updateStage } from '../commands/update-stage.ts'
import { createCore } from '../core.ts'
import { createBuilder } from '../workers/builder.ts'

afterAll(closeDatabases)

const prod = { slug: 'pets', stage: 'prod' }
const [embedded] = databases
const builder = createBuilder()

/** A gateway that listens; it acknowledges when the test says so. */
async function connect(core: TestCore, node: string) {
  const stop = new AbortController()
  const stream = core.sync.connect(node, stop.signal)[Symbol.asyncIterator]()
  await stream.next()
  return {
    next: async () => (await stream.next()).value!,
    ack(error?: { code: string; message: string }) {
      const { revision, stages } = core.sync.state()
      core.sync.acknowledge({
        node,
        revision,
        url: 'http://127.0.0.1:9080',
        stages: stages.map(({ api, stage, bundle }) =>
          error ? { api, stage, bundle: null, error } : { api, stage, bundle },
        ),
      })
    },
    async [Symbol.asyncDispose]() {
      stop.abort()
      await stream.next()
    },
  }
}

describe('acknowledgements', () => {
  test('a deployment waits for every connected node, and says how many serve it', async () => {
    await using core = await openTestCore(embedded!.open)
    await makePets(core)
    await using one = await connect(core, 'one')
    await using two = await connect(core, 'two')
    await deploy(core, prod)
    const waiting = core.sync.waitForAcks('pets', 'prod', 60_000)
    one.ack()
    expect(core.sync.status('pets', 'prod').nodes).toEqual({ serving: 1, total: 2 })
    two.ack()
    expect(await waiting).toEqual({ nodes: { serving: 2, total: 2 }, problem: null })
  })

  test('a node that refuses is not waited for, and its reason is shown', async () => {
    await using core = await openTestCore(embedded!.open)
    await makePets(core)
    await using one = await connect(core, 'one')
    await deploy(core, prod)
    const waiting = core.sync.waitForAcks('pets', 'prod', 60_000)
    one.ack({ code: 'BUNDLE_CORRUPT', message: 'The bundle is damaged.' })
    expect(await waiting).toEqual({ nodes: { serving: 0, total: 1 }, problem: 'The bundle is damaged.' })
  })

  test('an acknowledgement of what was before does not count', async () => {
    await using core = await openTestCore(embedded!.open)
    await makePets(core)
    await using one = await connect(core, 'one')
    await deploy(core, prod)
    one.ack()
    await edit(core, { summary: 'Only the portal sees this' })
    await deploy(core, prod)
    expect(core.sync.status('pets', 'prod').nodes).toEqual({ serving: 0, total: 1 })
    expect(await core.sync.waitForAcks('pets', 'prod', 1)).toMatchObject({ nodes: { serving: 0 } })
    one.ack()
    expect(core.sync.status('pets', 'prod').nodes).toEqual({ serving: 1, total: 1 })
  })

  test('without a node nobody waits; a node that left is not counted', async () => {
    await using core = await openTestCore(embedded!.open)
    await makePets(core)
    const one = await connect(core, 'one')
    await one[Symbol.asyncDispose]()
    await deploy(core, prod)
    expect(await core.sync.waitForAcks('pets', 'prod', 60_000)).toEqual({
      nodes: { serving: 0, total: 0 },
      problem: null,
    })
    expect(core.sync.nodes()).toMatchObject([{ node: 'one', connected: false }])
  })
})

describe('previews', () => {
  test('follow the draft, and leave no bundles of what it was', async () => {
    await using core = await openTestCore(embedded!.open)
    await makePets(core)
    await core.sync.refreshPreview('pets')
    const preview = () => core.sync.state().stages.find(({ stage }) => stage === 'preview') as StageState
    const before = preview().bundle
    await edit(core, { httpMethod: 'PUT' })
    await core.sync.refreshPreview('pets')
    expect(preview()).toMatchObject({ version: null, deployment: null })
    expect(preview().bundle).not.toBe(before)
    const { routes } = loadBundle(await core.sync.bundle(preview().bundle), preview().bundle)
    expect(routes.map(({ method }) => method)).toEqual(['PUT'])
    await expect(core.sync.bundle(before)).rejects.toMatchObject({ code: 'BUNDLE_NOT_FOUND' })
  })

  test('of a draft that can not be built keep the last good one and say why', async () => {
    await using core = await openTestCore(embedded!.open)
    await makePets(core)
    await core.sync.refreshPreview('pets')
    const before = core.sync.state()
    const { revisions } = await core.drafts.open('pets')
    const { saveRecords } = await import('../commands/save-records.ts')
    const removed = [{ id: 'api_pets', revision: revisions.get('api_pets')! }]
    await saveRecords(core, { slug: 'pets', changeId: 'x', added: [], updated: [], removed })
    await core.sync.refreshPreview('pets')
    expect(core.sync.state()).toEqual(before)
    await core.sync.bundle(before.stages[0]!.bundle!)
    expect(core.sync.status('pets', 'preview').problem).toMatch(/could not be built/)
  })
})

describe('bundles on disk', () => {
  const served = (core: { sync: TestCore['sync'] }) =>
    (core.sync.state().stages.find(({ stage }) => stage === 'prod') as StageState).bundle

  test.each([
    ['cut in half', (file: string) => truncateSync(file, readFileSync(file).length >> 1)],
    ['gone', unlinkSync],
    ['something else', (file: string) => writeFileSync(file, '{}')],
  ])('%s: made again, byte for byte', async (_, damage) => {
    await using core = await openTestCore(embedded!.open)
    await makePets(core)
    await deploy(core, prod)
    const hash = served(core)
    const bytes = await core.sync.bundle(hash)
    const file = join(core.dataDir, 'bundles', `${hash}.json`)
    damage(file)
    expect(Buffer.compare(await core.sync.bundle(hash), bytes)).toBe(0)
    expect(Buffer.compare(readFileSync(file), bytes)).toBe(0)
  })

  test('nothing is served for a name that is not a hash', async () => {
    await using core = await openTestCore(embedded!.open)
    await expect(core.sync.bundle('../lock')).rejects.toMatchObject({ code: 'BUNDLE_NOT_FOUND' })
  })
})

test('a server that starts knows every stage before it tells a node anything, and counts on', async () => {
  await using core = await openTestCore(embeddedDatabase)
  await makePets(core)
  await deploy(core, prod)
  await core.sync.refreshPreview('pets')
  const before = core.sync.state()
  await using second = await createCore({ database: core.database, dataDir: core.dataDir, builder })
  expect(second.sync.state().stages).toEqual(before.stages)
  expect(second.sync.state().revision).toBeGreaterThan(before.revision)
})

describe('a bundle that can not be made', () => {
  const prodOf = (core: { sync: TestCore['sync'] }) =>
    core.sync.state().stages.find(({ stage }) => stage === 'prod')
  const fileOf = (core: TestCore, hash: string) => join(core.dataDir, 'bundles', `${hash}.json`)
  /** A folder where the file should be: nothing can be written there. */
  async function obstruct(core: TestCore, root: string) {
    const { hash } = await core.db.bundleIndex.findFirstOrThrow({ where: { root } })
    const file = fileOf(core, hash)
    rmSync(file, { force: true })
    mkdirSync(join(file, 'x'), { recursive: true })
    return () => rmSync(file, { recursive: true })
  }
  const restart = (core: TestCore) =>
    createCore({ database: core.database, dataDir: core.dataDir, builder, retryMs: 5 })

  test('when a server starts, its stage is held and not withdrawn, and follows once the bundle can be made', async () => {
    await using core = await openTestCore(embeddedDatabase)
    await makePets(core)
    const { id, snapshotRoot } = await deploy(core, prod)
    const mend = await obstruct(core, snapshotRoot)
    await using second = await restart(core)
    const held = { api: 'pets', stage: 'prod', bundle: null, settings: { variables: {} } }
    expect(prodOf(second)).toEqual(held)
    expect(second.sync.state().stages).toContainEqual({ api: 'pets', stage: 'preview', bundle: null })
    expect(second.sync.status('pets', 'prod').problem).toMatch(/could not be built/)
    mend()
    await expect.poll(() => prodOf(second), { timeout: 20_000 }).toMatchObject({ deployment: id, version: 1 })
    expect(second.sync.status('pets', 'prod').problem).toBeNull()
  })

  test('is replaced by the one that an older build made of the same content', async () => {
    await using core = await openTestCore(embeddedDatabase)
    await makePets(core)
    const { id, snapshotRoot } = await deploy(core, prod)
    await obstruct(core, snapshotRoot)
    const bytes = Buffer.from('of an older build')
    const hash = bundleHash(bytes)
    writeFileSync(fileOf(core, hash), bytes)
    const row = { root: snapshotRoot, builder: 'older', hash, size: bytes.length }
    await core.db.bundleIndex.create({ data: row })
    await using second = await restart(core)
    expect(prodOf(second)).toMatchObject({ bundle: hash, deployment: id })
    expect(second.sync.status('pets', 'prod').problem).toMatch(/could not be built/)
  })

  test('refuses a rollback to it, and nothing is written', async () => {
    await using core = await openTestCore(embedded!.open)
    await makePets(core)
    const first = await deploy(core, prod)
    await edit(core, { httpMethod: 'PUT' })
    await deploy(core, prod)
    await obstruct(core, first.snapshotRoot)
    const before = prodOf(core)
    await expect(rollback(core, { ...prod, deployment: first.id })).rejects.toThrow(/EISDIR|directory/)
    expect(await core.db.deployment.count()).toBe(2)
    expect(prodOf(core)).toEqual(before)
    expect(core.sync.status('pets', 'prod').problem).toBeNull()
  })

  test('leaves what serves as it is, label and all, but for the settings, and no node counts as serving the stage', async () => {
    await using core = await openTestCore(embedded!.open, { retryMs: 60_000 })
    await makePets(core)
    await deploy(core, prod)
    await using one = await connect(core, 'one')
    one.ack()
    const before = prodOf(core)
    await edit(core, { httpMethod: 'PUT' })
    const { snapshotRoot } = await deploy(core, prod)
    await rollback(core, { ...prod, deployment: (before as StageState).deployment! })
    const held = prodOf(core)
    await obstruct(core, snapshotRoot)
    const { id } = await core.db.deployment.findFirstOrThrow({ where: { snapshotRoot } })
    // As if the disk had failed between the check and the commit.
    await core.db.stage.updateMany({ data: { deploymentId: id } })
    await updateStage(core, { ...prod, variables: { a: '1' } })
    expect(prodOf(core)).toEqual({ ...held, settings: { variables: { a: '1' } } })
    one.ack()
    expect(await core.sync.waitForAcks('pets', 'prod', 60_000)).toEqual({
      nodes: { serving: 0, total: 1 },
      problem: expect.stringMatching(/could not be built/),
    })
  })
})

test('a change that nobody was told of is found', async () => {
  await using core = await openTestCore(embeddedDatabase)
  await makePets(core)
  await deploy(core, prod)
  await using second = await createCore({
    database: core.database,
    dataDir: core.dataDir,
    builder,
    reconcileMs: 5,
  })
  const served = () => second.sync.state().stages.find(({ stage }) => stage === 'prod')
  await updateStage(core, { ...prod, variables: { a: '1' } })
  await expect.poll(served, { timeout: 20_000 }).toMatchObject({ settings: { variables: { a: '1' } } })
  const preview = () => second.sync.state().stages.find(({ stage }) => stage === 'preview')
  await expect.poll(() => preview()?.bundle, { timeout: 20_000 }).toEqual(expect.any(String))
  await updateStage(core, { slug: 'pets', stage: 'preview', variables: { b: '2' } })
  await expect.poll(preview, { timeout: 20_000 }).toMatchObject({ settings: { variables: { b: '2' } } })
  // A server that starts later has them from its first answer on.
  await using third = await createCore({ database: core.database, dataDir: core.dataDir, builder })
  expect(third.sync.state().stages.find(({ stage }) => stage === 'preview')).toMatchObject({
    settings: { variables: { b: '2' } },
  })
  await removeApi(core, { slug: 'pets' })
  await expect.poll(() => second.sync.state().stages, { timeout: 20_000 }).toEqual([])
})

test('a deployment that is committed is answered, though the state can not be read', async () => {
  await using core = await openTestCore(embedded!.open, { retryMs: 5 })
  await makePets(core)
  await deploy(core, prod)
  await using one = await connect(core, 'one')
  one.ack()
  expect(core.sync.status('pets', 'prod')).toEqual({ nodes: { serving: 1, total: 1 }, problem: null })
  await edit(core, { httpMethod: 'PUT' })
  const list = vi.spyOn(core.db.stage, 'findMany').mockRejectedValue(new Error('the connection broke'))
  const { id } = await deploy(core, prod)
  expect(core.sync.status('pets', 'prod')).toEqual({
    nodes: { serving: 0, total: 1 },
    problem: expect.stringMatching(/could not be read/),
  })
  list.mockRestore()
  await expect
    .poll(() => core.sync.state().stages, { timeout: 20_000 })
    .toContainEqual(expect.objectContaining({ deployment: id }))
})
