import { readFileSync, truncateSync, unlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { loadBundle } from '@penstock/bundle'
import { closeDatabases, databases, embeddedDatabase } from '@penstock/testkit'
import { afterAll, describe, expect, test } from 'vitest'
import { edit, makePets, openTestCore, type TestCore } from '../commands/core.fixture.ts'
import { deploy } from '../commands/deploy.ts'
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
    const preview = () => core.sync.state().stages.find(({ stage }) => stage === 'preview')!
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
    expect(core.sync.status('pets', 'preview').problem).toMatch(/could not be built/)
  })
})

describe('bundles on disk', () => {
  const served = (core: { sync: TestCore['sync'] }) =>
    core.sync.state().stages.find(({ stage }) => stage === 'prod')!.bundle

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
