import type { RequestRecord } from '@penstock/bundle'
import { closeDatabases, databases } from '@penstock/testkit'
import { afterAll, describe, expect, test } from 'vitest'
import { makePets, openTestCore, type TestCore } from '../commands/core.fixture.ts'
import { createStage } from '../commands/create-stage.ts'
import { removeApi } from '../commands/remove-api.ts'
import { removeStage } from '../commands/remove-stage.ts'
import { createRequestRecorder } from '../http/record-requests.ts'
import { maxConsumers } from './count-usage.ts'
import { pruneUsage } from './prune-usage.ts'
import { readConsumerUse } from './read-usage.ts'
import { requestOf } from './request.fixture.ts'

afterAll(closeDatabases)

const at = Date.parse('2026-11-22T10:30:00Z')

/** An API with a stage whose nodes report. */
async function makeServed(core: TestCore, slug = 'pets') {
  await makePets(core, slug)
  await createStage(core, { slug, name: 'prod' })
}

async function rows(core: TestCore, period = 'hour') {
  const found = await core.db.routeUsage.findMany({ where: { period }, orderBy: { consumer: 'asc' } })
  return found.map(({ route, consumer, requests, clientErrors, serverErrors, start }) => ({
    route,
    consumer,
    start: start.toISOString(),
    counts: [requests, clientErrors, serverErrors].map(Number),
  }))
}

describe.each(databases)('$name', ({ open, skip }) => {
  test.skipIf(skip)(
    'requests are counted by hour and day, route and consumer, with their errors',
    async () => {
      await using core = await openTestCore(open)
      await makeServed(core)
      const record = createRequestRecorder(core)
      const batch = (requests: RequestRecord[]) => record({ node: 'n', dropped: 0, requests })
      await batch([
        requestOf('1', { at, consumer: { kind: 'key', id: 'k1' } }),
        requestOf('2', { at, status: 404, consumer: { kind: 'key', id: 'k1' } }),
        requestOf('3', { at, status: 502, consumer: { kind: 'address', id: 'a1', client: 'curl' } }),
        requestOf('4', { at, version: null }),
      ])
      await batch([
        requestOf('5', { at: at + 3_600_000, consumer: { kind: 'key', id: 'k1' } }),
        requestOf('6', { at, consumer: { kind: 'key', id: 'k1' } }),
        requestOf('7', { at, route: null }),
      ])
      expect(await rows(core)).toEqual([
        {
          route: 'met_list',
          consumer: 'address a1 curl',
          start: '2026-11-22T10:00:00.000Z',
          counts: [1, 0, 1],
        },
        { route: 'met_list', consumer: 'key k1', start: '2026-11-22T10:00:00.000Z', counts: [3, 1, 0] },
        { route: 'met_list', consumer: 'key k1', start: '2026-11-22T11:00:00.000Z', counts: [1, 0, 0] },
        { route: '', consumer: 'unknown', start: '2026-11-22T10:00:00.000Z', counts: [1, 0, 0] },
      ])
      expect((await rows(core, 'day'))[1]).toEqual({
        route: 'met_list',
        consumer: 'key k1',
        start: '2026-11-22T00:00:00.000Z',
        counts: [4, 1, 0],
      })
    },
  )

  test.skipIf(skip)('a batch that is sent again counts once, also when it brings more', async () => {
    await using core = await openTestCore(open)
    await makeServed(core)
    const record = createRequestRecorder(core)
    const first = [requestOf('1', { at }), requestOf('2', { at })]
    await record({ node: 'n', dropped: 0, requests: first })
    await record({ node: 'n', dropped: 0, requests: first })
    await record({
      node: 'n',
      dropped: 0,
      requests: [...first, requestOf('3', { at }), requestOf('3', { at })],
    })
    expect((await rows(core)).map(({ counts }) => counts[0])).toEqual([3])
    expect(await core.db.requestLog.count()).toBe(3)
  })

  test.skipIf(skip)('two nodes that report at the same time both count', async () => {
    await using core = await openTestCore(open)
    await makeServed(core)
    const record = createRequestRecorder(core)
    const ids = Array.from({ length: 20 }, (_, index) => index)
    const requests = (node: string) =>
      ids.map((index) =>
        requestOf(`${node}${index}`, {
          at,
          route: `met_${node === 'a' ? index : 19 - index}`,
          consumer: { kind: 'key', id: 'k' },
        }),
      )
    await Promise.all(['a', 'b'].map((node) => record({ node, dropped: 0, requests: requests(node) })))
    expect((await rows(core)).map(({ counts }) => counts[0])).toEqual(ids.map(() => 2))
  })

  test.skipIf(skip)('consumers beyond the cap are counted together, and no request is lost', async () => {
    await using core = await openTestCore(open)
    await makeServed(core)
    const record = createRequestRecorder(core)
    const calls = (from: number, to: number, prefix: string) =>
      record({
        node: 'n',
        dropped: 0,
        requests: Array.from({ length: to - from }, (_, index) =>
          requestOf(`${prefix}${from + index}`, { at, consumer: { kind: 'key', id: `k${from + index}` } }),
        ),
      })
    await calls(0, 30, 'a')
    await calls(20, 70, 'b')
    await calls(0, 70, 'c')
    const counted = await rows(core)
    expect(counted).toHaveLength(maxConsumers + 1)
    expect(counted.reduce((sum, { counts }) => sum + counts[0]!, 0)).toBe(30 + 50 + 70)
    expect(counted.find(({ consumer }) => consumer === 'others')?.counts[0]).toBe(20 + 20)
    expect(counted.find(({ consumer }) => consumer === 'key k0')?.counts[0]).toBe(2)
  })

  test.skipIf(skip)(
    'who is told apart in an hour is told apart in its day, also beyond the cap',
    async () => {
      await using core = await openTestCore(open)
      await makeServed(core)
      const record = createRequestRecorder(core)
      const calls = (from: number, to: number, hour: number) =>
        record({
          node: 'n',
          dropped: 0,
          requests: Array.from({ length: to - from }, (_, index) =>
            requestOf(`${hour} ${from + index}`, {
              at: at + hour * 3_600_000,
              consumer: { kind: 'key', id: `k${from + index}` },
            }),
          ),
        })
      await calls(0, 40, 0)
      await calls(30, 70, 1)
      await calls(60, 80, 2)
      const days = new Set((await rows(core, 'day')).map(({ consumer }) => consumer))
      const hours = new Set((await rows(core, 'hour')).map(({ consumer }) => consumer))
      expect(days.size).toBe(maxConsumers + 1)
      expect([...hours].filter((consumer) => !days.has(consumer))).toEqual([])

      const { id: apiId } = await core.db.api.findUniqueOrThrow({ where: { slug: 'pets' } })
      const asked = { apiId, stage: 'prod', now: new Date(at + 3 * 3_600_000) }
      const used = await readConsumerUse(core.db, asked, ['met_list'], 100)
      expect(used).toHaveLength(maxConsumers + 1)
      expect(used.every(({ day, month }) => day === month)).toBe(true)
    },
  )

  test.skipIf(skip)('a consumer of whom only an hour is counted was last there on its day', async () => {
    await using core = await openTestCore(open)
    await makeServed(core)
    const { id: apiId } = await core.db.api.findUniqueOrThrow({ where: { slug: 'pets' } })
    const counts = { requests: 2n, clientErrors: 0n, serverErrors: 0n }
    const key = { apiId, stage: 'prod', period: 'hour', route: 'met_list', consumer: 'key k' }
    await core.db.routeUsage.create({ data: { ...key, start: new Date('2026-11-22T10:00:00Z'), ...counts } })
    const asked = { apiId, stage: 'prod', now: new Date(at) }
    expect(await readConsumerUse(core.db, asked, ['met_list'], 100)).toEqual([
      { consumer: 'key k', day: 2, month: 0, last: new Date('2026-11-22T00:00:00Z') },
    ])
  })

  test.skipIf(skip)('hours are kept two days, days 35, and nothing of an API that is gone', async () => {
    await using core = await openTestCore(open)
    await makeServed(core)
    await makeServed(core, 'boats')
    const record = createRequestRecorder(core)
    const day = 86_400_000
    const requests = [0, 1, 3, 34, 40].flatMap((days) => [
      requestOf(`p${days}`, { at: at - days * day }),
      requestOf(`b${days}`, { at: at - days * day, api: 'boats' }),
    ])
    await record({ node: 'n', dropped: 0, requests: [...requests, requestOf('x', { api: 'nobody' })] })
    await removeApi(core, { slug: 'boats' })
    await pruneUsage(core.db, new Date(at))
    expect((await rows(core, 'hour')).map(({ start }) => start.slice(0, 10)).sort()).toEqual([
      '2026-11-21',
      '2026-11-22',
    ])
    expect(await rows(core, 'day')).toHaveLength(4)
  })

  test.skipIf(skip)('a new stage has nothing of the one before it that had its name', async () => {
    await using core = await openTestCore(open)
    await makeServed(core)
    await createStage(core, { slug: 'pets', name: 'test' })
    const record = createRequestRecorder(core)
    const call = (id: string, stage: string) =>
      record({ node: 'n', dropped: 0, requests: [requestOf(id, { at, stage })] })
    await call('1', 'prod')
    await call('2', 'test')
    await removeStage(core, { slug: 'pets', stage: 'prod' })
    // What a node still had of it comes late.
    await call('3', 'prod')
    await createStage(core, { slug: 'pets', name: 'prod' })
    const stages = { select: { stage: true }, distinct: ['stage' as const] }
    expect(await core.db.routeUsage.findMany(stages)).toEqual([{ stage: 'test' }])
    expect(await core.db.usageSince.findMany(stages)).toEqual([{ stage: 'test' }])
  })

  test.skipIf(skip)('what was left behind of a stage that is gone goes, and nothing else', async () => {
    await using core = await openTestCore(open)
    await makeServed(core)
    await createRequestRecorder(core)({ node: 'n', dropped: 0, requests: [requestOf('1', { at })] })
    const { id: apiId } = await core.db.api.findUniqueOrThrow({ where: { slug: 'pets' } })
    const key = { apiId, stage: 'gone', period: 'day', route: 'met_list', consumer: 'key k' }
    const counts = { requests: 1n, clientErrors: 0n, serverErrors: 0n }
    await core.db.routeUsage.create({ data: { ...key, start: new Date('2026-11-22'), ...counts } })
    await core.db.usageSince.create({ data: { apiId, stage: 'gone', since: new Date(at) } })
    expect(await pruneUsage(core.db, new Date(at))).toBe(2)
    expect(await core.db.routeUsage.count({ where: { stage: 'prod' } })).toBe(2)
    expect(await core.db.usageSince.count({ where: { stage: 'prod' } })).toBe(1)
  })
})
