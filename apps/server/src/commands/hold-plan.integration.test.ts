import type { Example } from '@penstock/model'
import { closeDatabases, databases } from '@penstock/testkit'
import { afterAll, describe, expect, test } from 'vitest'
import { presentConsequences } from '../presenters/consequences.ts'
import { presentPlanContent, presentPlanText } from '../presenters/contents.ts'
import { collectContent } from '../store/collect-content.ts'
import { releasePlans } from '../store/held-plans.ts'
import { createSnapshots } from '../store/snapshots.ts'
import { edit, makePets, openTestCore, type TestCore } from './core.fixture.ts'
import { openRequest } from './deploy-requests/open-request.ts'
import { rebaseRequest } from './deploy-requests/rebase-request.ts'
import { deploy } from './deploy.ts'
import { holdPlan, makeHeldPlan } from './hold-plan.ts'
import { makePlan } from './plan.ts'
import { saveRecords } from './save-records.ts'

afterAll(closeDatabases)

const prod = { slug: 'pets', stage: 'prod' }
const dayMs = 24 * 60 * 60 * 1000

const example: Example = {
  kind: 'example',
  id: 'exa_1',
  name: 'all',
  method: 'met_list',
  expect: { status: 200 },
}

/** `GET /pets` is live on prod; other words and an example are staged. Answers the plan's hash. */
async function staged(core: TestCore): Promise<string> {
  await makePets(core)
  await deploy(core, prod)
  await edit(core, { summary: 'reviewed' })
  await saveRecords(core, { slug: 'pets', changeId: 'example', added: [example], updated: [], removed: [] })
  return (await makePlan(core, prod)).planHash
}

/** What the page of a plan shows: the sides of its graph, the text of its method, and its examples. */
async function seen(core: TestCore, planHash: string) {
  // Read from the database, as another server would.
  const fresh = { ...core, snapshots: createSnapshots(core.db) }
  const [head, ...parts] = [...(await presentPlanContent(fresh, { ...prod, planHash }))]
  const records = parts.flat() as { readonly id: string; readonly kind: string; readonly summary?: string }[]
  return {
    removed: (head as { removed: readonly { id: string }[] }).removed.map(({ id }) => id),
    summary: records.find(({ id }) => id === 'met_list')?.summary,
    examples: records.filter(({ kind }) => kind === 'example').map(({ id }) => id),
    text: await presentPlanText(fresh, { ...prod, planHash, record: 'met_list' }),
    changes: (await presentConsequences(fresh, { ...prod, planHash })).changes.map(({ change }) => change),
  }
}

/** The method is gone from the draft, and with it all that the plan says of it. */
async function removeMethod(core: TestCore): Promise<void> {
  const { revisions } = await core.drafts.open('pets')
  const removed = ['met_list', 'exa_1'].map((id) => ({ id, revision: revisions.get(id)! }))
  await saveRecords(core, { slug: 'pets', changeId: 'remove', added: [], updated: [], removed })
}

describe.each(databases)('$name', ({ open, skip }) => {
  test.skipIf(skip)(
    'a plan that is read shows what it is of, whatever becomes of the draft and of the stage',
    async () => {
      await using core = await openTestCore(open)
      const planHash = await staged(core)
      const before = await seen(core, planHash)
      expect(before).toMatchObject({
        removed: [],
        summary: 'reviewed',
        examples: ['exa_1'],
        text: { before: expect.stringContaining('List pets'), after: expect.stringContaining('reviewed') },
      })
      expect(before.changes.length).toBeGreaterThan(0)

      await edit(core, { summary: 'sneaked in' })
      await removeMethod(core)
      await collectContent(core.db)
      expect(await seen(core, planHash)).toEqual(before)

      const next = (await makePlan(core, prod)).planHash
      expect(await seen(core, next)).toMatchObject({
        removed: ['met_list'],
        summary: undefined,
        examples: [],
        text: { before: expect.stringContaining('List pets'), after: null },
      })

      // What is live moves too: the plan is stale, and shows what it was made against.
      await deploy(core, prod)
      expect(await seen(core, planHash)).toEqual(before)
      await expect(deploy(core, { ...prod, planHash })).rejects.toMatchObject({ code: 'PLAN_STALE' })
    },
  )

  test.skipIf(skip)(
    'a plan that moved before anybody asked for it is gone, and so is one of another stage',
    async () => {
      await using core = await openTestCore(open)
      const planHash = await staged(core)
      await edit(core, { summary: 'moved' })
      const gone = { code: 'PLAN_GONE' }
      await expect(holdPlan(core, { ...prod, planHash })).rejects.toMatchObject(gone)
      const now = (await makePlan(core, prod)).planHash
      await holdPlan(core, { ...prod, planHash: now })
      await expect(holdPlan(core, { ...prod, stage: 'dev', planHash: now })).rejects.toMatchObject(gone)
    },
  )

  test.skipIf(skip)('a plan is written down when somebody looks into it, not when it is made', async () => {
    await using core = await openTestCore(open)
    await staged(core)
    const held = () => core.db.heldPlan.findMany({ select: { hash: true } })
    const { planHash } = await makePlan(core, prod)
    expect(await held()).toEqual([])
    for (const _ of [1, 2]) await holdPlan(core, { ...prod, planHash })
    expect(await held()).toEqual([{ hash: planHash }])
  })

  test.skipIf(skip)(
    'a plan that nobody read for a day is let go of, with all that it alone named',
    async () => {
      let now = new Date('2026-01-01T00:00:00Z')
      await using core = await openTestCore(open, { clock: { now: () => now } })
      const planHash = await staged(core)
      await holdPlan(core, { ...prod, planHash })
      await edit(core, { summary: 'later' })
      const pass = async (ms: number) => {
        now = new Date(now.getTime() + ms)
        await releasePlans(core.db, now)
        return collectContent(core.db)
      }
      // Read once more, it stays for another day.
      expect(await pass(dayMs - 1)).toMatchObject({ snapshots: 0 })
      await holdPlan(core, { ...prod, planHash })
      expect(await pass(dayMs)).toMatchObject({ snapshots: 0, bodies: 0 })
      expect(await seen(core, planHash)).toMatchObject({ summary: 'reviewed' })
      expect(await pass(2 * dayMs)).toMatchObject({ snapshots: 1, bodies: 1 })
      await expect(holdPlan(core, { ...prod, planHash })).rejects.toMatchObject({ code: 'PLAN_GONE' })
    },
  )

  test.skipIf(skip)(
    'what a deploy request pins stays for as long as it is open, and is the new plan after a rebase',
    async () => {
      let now = new Date('2026-01-01T00:00:00Z')
      await using core = await openTestCore(open, { clock: { now: () => now } })
      const pinned = await staged(core)
      const number = await openRequest(core, { ...prod, title: 'Better words' })
      const before = await seen(core, pinned)
      await edit(core, { summary: 'sneaked in' })
      now = new Date(now.getTime() + 30 * dayMs)
      await releasePlans(core.db, now)
      await collectContent(core.db)
      expect(await seen(core, pinned)).toEqual(before)

      await rebaseRequest(core, { slug: 'pets', number })
      const { planHash } = await core.db.deployRequest.findFirstOrThrow({ where: { number } })
      expect(await seen(core, planHash)).toMatchObject({ summary: 'sneaked in', examples: ['exa_1'] })
      await expect(seen(core, pinned)).rejects.toMatchObject({ code: 'PLAN_GONE' })
    },
  )

  test.skipIf(skip)(
    'a plan that moves while it is about to be held is held whole, also where what it was was collected by then',
    async () => {
      await using core = await openTestCore(open)
      const planHash = await staged(core)
      const db = before(core, async () => {
        await edit(core, { summary: 'moved' })
        await removeMethod(core)
        expect((await collectContent(core.db)).bodies).toBeGreaterThan(1)
      })
      await holdPlan({ ...core, db }, { ...prod, planHash })
      await collectContent(core.db)
      expect(await seen(core, planHash)).toMatchObject({ summary: 'reviewed', examples: ['exa_1'] })
      const now = (await makePlan(core, prod)).planHash
      expect(await seen(core, now)).toMatchObject({ removed: ['met_list'] })
    },
  )

  test.skipIf(skip)(
    'a plan that is asked for to be held is told with all of it, though somebody saves each time that one is made',
    async () => {
      await using core = await openTestCore(open)
      await staged(core)
      for (let save = 0; save < 5; save++) {
        const db = before(core, () => edit(core, { summary: `saved ${save}` }))
        const { planHash } = await makeHeldPlan({ ...core, db }, prod)
        expect((await makePlan(core, prod)).planHash).not.toBe(planHash)
        expect(await seen(core, planHash)).toMatchObject({
          summary: save === 0 ? 'reviewed' : `saved ${save - 1}`,
        })
      }
    },
  )

  test.skipIf(skip)('no plan is held of an API that was removed while it was made', async () => {
    await using core = await openTestCore(open)
    await staged(core)
    const db = before(core, async () => {
      await core.db.api.delete({ where: { slug: 'pets' } })
    })
    await expect(makeHeldPlan({ ...core, db }, prod)).rejects.toMatchObject({ code: 'API_NOT_FOUND' })
    expect(await core.db.heldPlan.count()).toBe(0)
  })

  test.skipIf(skip)(
    'a stage has fifty plans held beside those that were asked for in the last quarter of an hour',
    async () => {
      let now = new Date('2026-01-01T00:00:00Z')
      await using core = await openTestCore(open, { clock: { now: () => now } })
      await staged(core)
      const hashes: string[] = []
      for (let at = 0; at < 53; at++) {
        await edit(core, { summary: `number ${at}` })
        hashes.push((await makeHeldPlan(core, prod)).planHash)
        now = new Date(now.getTime() + 1000)
      }
      const held = async () => (await core.db.heldPlan.findMany()).map(({ hash }) => hash)
      expect(new Set(await held())).toEqual(new Set(hashes))
      now = new Date(now.getTime() + 15 * 60 * 1000)
      // Read at this moment, the oldest of them stays.
      await holdPlan(core, { ...prod, planHash: hashes[0]! })
      await edit(core, { summary: 'the last' })
      const last = (await makeHeldPlan(core, prod)).planHash
      expect(new Set(await held())).toEqual(new Set([hashes[0], ...hashes.slice(5), last]))
    },
  )
})

/** The database, with something done once before the next transaction begins. */
function before({ db }: TestCore, doFirst: () => Promise<unknown>): TestCore['db'] {
  let isDone = false
  return new Proxy(db, {
    get(target, key, receiver) {
      if (key !== '$transaction' || isDone) return Reflect.get(target, key, receiver) as unknown
      isDone = true
      return async (...args: Parameters<typeof target.$transaction>) => {
        await doFirst()
        return target.$transaction(...args)
      }
    },
  })
}
