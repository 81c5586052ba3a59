import type { Consumer } from '@penstock/bundle'
import type { ApiRecord } from '@penstock/model'
import { closeDatabases, databases } from '@penstock/testkit'
import { afterAll, describe, expect, test } from 'vitest'
import { makePets, openTestCore, pets, type TestCore } from '../commands/core.fixture.ts'
import { deploy } from '../commands/deploy.ts'
import { openRequest } from '../commands/deploy-requests/open-request.ts'
import { saveRecords } from '../commands/save-records.ts'
import { createRequestRecorder } from '../http/record-requests.ts'
import { requestOf } from '../usage/request.fixture.ts'
import {
  presentChangeConsequences,
  presentConsequences,
  presentRequestChangeConsequences,
  presentRequestConsequences,
} from './consequences.ts'

afterAll(closeDatabases)

const now = Date.parse('2026-11-22T10:30:00Z')
const clock = { now: () => new Date(now) }
const hour = 3_600_000
const prod = { slug: 'pets', stage: 'prod' }
const ann: Consumer = { kind: 'key', id: 'ann' }
const bob: Consumer = { kind: 'address', id: 'bob', client: 'curl' }
const create: ApiRecord = { ...pets.method, id: 'met_create', httpMethod: 'POST' }

/** `GET` and `POST /pets` of one mock, live on prod. */
async function live(core: TestCore) {
  await makePets(core)
  await save(core, { added: [create] })
  await deploy(core, prod)
}

async function save(
  core: TestCore,
  {
    added = [],
    updated = [],
    removed = [],
  }: { added?: ApiRecord[]; updated?: ApiRecord[]; removed?: string[] },
) {
  const { revisions } = await core.drafts.open('pets')
  await saveRecords(core, {
    slug: 'pets',
    changeId: 'test',
    added,
    updated: updated.map((record) => ({ record, revision: revisions.get(record.id)! })),
    removed: removed.map((id) => ({ id, revision: revisions.get(id)! })),
  })
}

let calls = 0
async function call(core: TestCore, route: string, consumer: Consumer, at: number, times = 1, status = 200) {
  const requests = Array.from({ length: times }, () =>
    requestOf(`${calls++}`, { route, consumer, at, status }),
  )
  await createRequestRecorder(core)({ node: 'n', dropped: 0, requests })
}

describe.each(databases)('$name', ({ open, skip }) => {
  test.skipIf(skip)(
    'each change is told with the requests and consumers of the routes that it touches',
    async () => {
      await using core = await openTestCore(open, { clock })
      await live(core)
      await call(core, 'met_list', ann, now, 3)
      await call(core, 'met_list', bob, now - 10 * 24 * hour, 40)
      await call(core, 'met_create', bob, now - 2 * hour, 2, 503)
      await call(core, 'met_create', bob, now - 33 * 24 * hour, 7)
      await save(core, { updated: [{ ...pets.mock, timeoutMs: 5 }], removed: ['met_create'] })

      const { changes, ...told } = await presentConsequences(core, prod)
      expect(told).toEqual({
        since: '2026-10-20T10:30:00.000Z',
        isComplete: true,
        total: {
          routes: 2,
          day: { requests: 5, consumers: 2, isMore: false },
          month: { requests: 45, consumers: 2, isMore: false },
        },
      })
      expect(Object.fromEntries(changes.map(({ change, ...usage }) => [change, usage]))).toEqual({
        // The removed method is told by its own change.
        int_mock: {
          routes: 1,
          day: { requests: 3, consumers: 1, isMore: false },
          month: { requests: 43, consumers: 2, isMore: false },
        },
        met_create: {
          routes: 1,
          day: { requests: 2, consumers: 1, isMore: false },
          month: { requests: 2, consumers: 1, isMore: false },
        },
      })

      expect(await presentChangeConsequences(core, { ...prod, change: 'met_create' })).toEqual({
        since: '2026-10-20T10:30:00.000Z',
        isComplete: true,
        routes: 1,
        used: [
          {
            route: 'met_create',
            method: 'POST',
            path: '/pets',
            day: 2,
            month: 2,
            clientErrors: 0,
            serverErrors: 2,
          },
        ],
        consumers: [
          { kind: 'address', id: 'bob', client: 'curl', day: 2, month: 2, last: '2026-11-22T00:00:00.000Z' },
        ],
      })
      expect(await presentChangeConsequences(core, { ...prod, change: 'met_gone' })).toBeNull()
      const { consumers } = (await presentChangeConsequences(core, { ...prod, change: 'int_mock' }))!
      expect(consumers.map(({ id, day, month }) => [id, day, month])).toEqual([
        ['bob', 0, 40],
        ['ann', 3, 3],
      ])
    },
  )

  test.skipIf(skip)('a stage that was never asked of says so, and not that nobody asked', async () => {
    await using core = await openTestCore(open, { clock })
    await live(core)
    await deploy(core, { slug: 'pets', stage: 'other', createStage: true })
    await save(core, { removed: ['met_create'] })
    expect(await presentConsequences(core, prod)).toMatchObject({ since: null })
    await call(core, 'met_list', ann, now)
    const { since, changes } = await presentConsequences(core, prod)
    expect(since).toBe('2026-11-22T10:30:00.000Z')
    expect(changes).toMatchObject([{ change: 'met_create', routes: 1, month: { requests: 0 } }])
    expect(await presentConsequences(core, { ...prod, stage: 'other' })).toMatchObject({ since: null })
  })

  test.skipIf(skip)('what is known of a route under an earlier id is known under its new one', async () => {
    await using core = await openTestCore(open, { clock })
    await live(core)
    await call(core, 'met_list', ann, now, 4)
    await save(core, { removed: ['met_list'] })
    await save(core, { added: [{ ...pets.method, id: 'met_again', summary: 'Again' }] })
    const { changes } = await presentConsequences(core, prod)
    expect(changes).toMatchObject([{ change: 'met_again', routes: 1, day: { requests: 4, consumers: 1 } }])
    const { used } = (await presentChangeConsequences(core, { ...prod, change: 'met_again' }))!
    expect(used).toMatchObject([{ route: 'met_again', path: '/pets', day: 4 }])
  })

  test.skipIf(skip)(
    'a deploy request tells the consequences of its own plan, wherever the draft has gone',
    async () => {
      await using core = await openTestCore(open, { clock })
      await live(core)
      await call(core, 'met_list', ann, now, 4)
      await save(core, { removed: ['met_create'] })
      const number = await openRequest(core, { ...prod, title: 'Less' })
      await save(core, { removed: ['met_list'] })
      const asked = { slug: 'pets', number }
      expect(await presentRequestConsequences(core, asked)).toMatchObject({
        changes: [{ change: 'met_create', month: { requests: 0 } }],
      })
      expect(await presentRequestChangeConsequences(core, { ...asked, change: 'met_create' })).toMatchObject({
        used: [{ method: 'POST', path: '/pets', month: 0 }],
        consumers: [],
      })
    },
  )

  test.skipIf(skip)('counts are marked as incomplete while a node could not record all', async () => {
    await using core = await openTestCore(open, { clock })
    await live(core)
    await createRequestRecorder(core)({ node: 'n', dropped: 9, requests: [requestOf('x', { at: now })] })
    await save(core, { removed: ['met_create'] })
    expect(await presentConsequences(core, prod)).toMatchObject({ isComplete: false })
  })
})
