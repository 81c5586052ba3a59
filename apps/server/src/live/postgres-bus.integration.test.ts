import net from 'node:net'
import { databases, postgresDatabase } from '@penstock/testkit'
import { describe, expect, test } from 'vitest'
import { edit, makePets, openTestCore, type TestCore } from '../commands/core.fixture.ts'
import { deploy } from '../commands/deploy.ts'
import { createCore } from '../core.ts'
import { createPostgresBus } from './postgres-bus.ts'

const skip = databases.find(({ name }) => name === 'postgres')!.skip

describe.skipIf(skip)('two servers on one PostgreSQL', () => {
  test('hear of each other, whatever the length of the message', async () => {
    await using db = await postgresDatabase()
    await using one = await createPostgresBus(db.url!, () => {})
    await using two = await createPostgresBus(db.url!, () => {})
    const heard: (readonly [payload: unknown, local: boolean])[] = []
    const all = new Promise<void>((resolve) => {
      two.on('x', (payload, local) => {
        heard.push([payload, local])
        if (heard.length === 3) resolve()
      })
    })
    const long = 'ü"\\🐕'.repeat(20_000)
    one.send('x', { long })
    one.send('x', 2)
    two.send('x', 'own')
    await all
    expect(heard).toHaveLength(3)
    expect(heard).toContainEqual(['own', true])
    expect(heard).toContainEqual([{ long }, false])
    expect(heard.findIndex(([payload]) => payload === 2)).toBeGreaterThan(0)
  })

  test('are told what was lost when the connection of one of them goes silent, and hear each message once', async () => {
    await using db = await postgresDatabase()
    await using line = await lineTo(db.url!)
    const log: string[] = []
    const quick = { heartbeatMs: 20, patienceMs: 200 }
    await using one = await createPostgresBus(line.url, (message) => log.push(message), quick)
    await using two = await createPostgresBus(db.url!, () => {})
    const gaps = { one: 0, two: 0 }
    one.onGap(() => gaps.one++)
    two.onGap(() => gaps.two++)
    const heard: unknown[] = []
    one.on('x', (payload, local) => void (local || heard.push(payload)))
    // The first attempt to come back breaks when it wants to listen.
    line.breakNextListen()
    line.freeze()
    one.send('x', 'lost')
    await expect.poll(() => gaps, { timeout: 20_000 }).toEqual({ one: 1, two: 1 })
    two.send('x', 1)
    two.send('x', 2)
    await expect.poll(() => heard, { timeout: 20_000 }).toContain(2)
    expect(heard).toEqual([1, 2])
    expect(line.open()).toBe(1)
  })

  test('survive a message that is none', async () => {
    await using db = await postgresDatabase()
    const log: string[] = []
    await using bus = await createPostgresBus(db.url!, (message) => log.push(message))
    await using other = await createPostgresBus(db.url!, () => {})
    const heard = new Promise((resolve) => bus.on('x', resolve))
    await db.client.$executeRaw`select pg_notify('penstock', 'no JSON')`
    other.send('x', 'fine')
    expect(await heard).toBe('fine')
    expect(log).toEqual([expect.stringContaining('not understood')])
  })

  test('hear of a change when its transaction commits, and not when it does not', async () => {
    await using db = await postgresDatabase()
    await using one = await createPostgresBus(db.url!, () => {})
    await using two = await createPostgresBus(db.url!, () => {})
    const heard: unknown[] = []
    two.on('x', (payload) => void heard.push(payload))
    const undone = db.client.$transaction(async (tx) => {
      await one.sendWith(tx, 'x', 'undone')
      throw new Error('undone')
    })
    await expect(undone).rejects.toThrow('undone')
    await db.client.$transaction((tx) => one.sendWith(tx, 'x', 'done'))
    await expect.poll(() => heard, { timeout: 20_000 }).toEqual(['done'])
  })

  test('serve the same stages, and never an old draft', async () => {
    await using one = await openTestCore(postgresDatabase)
    await using second = await createCore({
      database: one.database,
      dataDir: `${one.dataDir}/second`,
      previewDelayMs: 5,
    })
    const two: TestCore = { ...one, ...second }
    await makePets(one)
    await edit(two, { summary: 'From the second' })
    expect((await one.drafts.open('pets')).definition.get('met_list')).toMatchObject({
      summary: 'From the second',
    })
    const { id } = await deploy(one, { slug: 'pets', stage: 'prod' })
    await expect
      .poll(() => second.sync.state().stages.find(({ stage }) => stage === 'prod'), { timeout: 20_000 })
      .toMatchObject({ deployment: id })
  })
})

/** A line to the database that can go silent, as when a machine between the two vanishes. */
async function lineTo(database: string) {
  const target = new URL(database)
  const sockets = new Set<net.Socket>()
  let breaks = false
  const server = net.createServer((near) => {
    const far = net.connect(Number(target.port || 5432), target.hostname)
    sockets.add(near)
    near.on('data', (data) => {
      if (breaks && data.includes('listen penstock')) {
        breaks = false
        near.destroy()
      } else far.write(data)
    })
    far.on('data', (data) => near.write(data))
    const close = () => {
      sockets.delete(near)
      near.destroy()
      far.destroy()
    }
    for (const socket of [near, far]) socket.on('close', close).on('error', close)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const url = new URL(database)
  url.hostname = '127.0.0.1'
  url.port = String((server.address() as net.AddressInfo).port)
  return {
    url: url.href,
    open: () => sockets.size,
    breakNextListen() {
      breaks = true
    },
    /** Nothing passes on the connections that are open; new ones work. */
    freeze() {
      for (const socket of sockets) socket.removeAllListeners('data').resume()
    },
    async [Symbol.asyncDispose]() {
      for (const socket of sockets) socket.destroy()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
