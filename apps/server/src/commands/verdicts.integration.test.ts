import type { ApiRecord } from '@penstock/model'
import { closeDatabases, databases } from '@penstock/testkit'
import { afterAll, describe, expect, test, vi } from 'vitest'
import { presentDeployments } from '../presenters/deployments.ts'
import { acknowledgeChanges } from './acknowledge-changes.ts'
import { edit, makePets, openTestCore, pets } from './core.fixture.ts'
import { deploy } from './deploy.ts'
import { overrideCheck } from './override-check.ts'
import { makePlan } from './plan.ts'
import { rollback } from './rollback.ts'
import { saveRecords } from './save-records.ts'
import { withdrawAcknowledgement } from './withdraw-acknowledgement.ts'

afterAll(closeDatabases)

describe.each(databases)('$name', ({ open, skip }) => {
  const prod = { slug: 'pets', stage: 'prod' }
  const change = { ...prod, changes: ['met_list'] }

  /** `GET /pets` is live, and has become `POST /pets` in the draft: a change that breaks callers. */
  async function breaking() {
    const core = await openTestCore(open)
    await makePets(core)
    const first = await deploy(core, prod)
    await edit(core, { httpMethod: 'POST' })
    return { core, first, [Symbol.asyncDispose]: () => core[Symbol.asyncDispose]() }
  }

  test.skipIf(skip)('what a check means is said once, for all plans of the API, and taken back', async () => {
    await using opened = await breaking()
    const { core } = opened
    const before = await makePlan(core, prod)
    expect(before.summary).toMatchObject({ breaking: 1, safe: 0 })

    const said = {
      slug: 'pets',
      check: 'method-replaced',
      level: 'safe',
      reason: 'Nobody calls it yet',
    } as const
    await overrideCheck(core, said)
    const after = await makePlan(core, prod)
    expect(after.summary).toMatchObject({ breaking: 0, safe: 1 })
    expect(after.changes[0]!.findings[0]).toMatchObject({
      check: 'method-replaced',
      verdict: 'safe',
      override: { level: 'safe', from: 'breaking', reason: 'Nobody calls it yet', by: 'ada@example.com' },
    })
    // Who read the other verdict did not read this plan.
    expect(after.planHash).not.toBe(before.planHash)

    await overrideCheck(core, { ...said, level: null, reason: '' })
    expect(await makePlan(core, prod)).toEqual(before)
    const audit = await core.db.auditEntry.findMany({
      where: { action: 'override-check' },
      orderBy: { id: 'asc' },
    })
    expect(audit.map(({ data }) => JSON.parse(data) as object)).toEqual([
      { check: 'method-replaced', from: null, to: 'safe', reason: 'Nobody calls it yet' },
      { check: 'method-replaced', from: 'safe', to: null, reason: '' },
    ])
  })

  test.skipIf(skip)(
    'an acknowledged change is the same plan, and its reason stays in the history',
    async () => {
      await using opened = await breaking()
      const { core, first } = opened
      const before = await makePlan(core, prod)
      await acknowledgeChanges(core, { ...change, reason: 'Agreed with the app team' })
      const plan = await makePlan(core, prod)
      expect(plan.planHash).toBe(before.planHash)
      const said = { reason: 'Agreed with the app team', by: 'ada@example.com' }
      expect(plan.changes[0]).toMatchObject({ id: 'met_list', verdict: 'breaking', acknowledged: said })

      await deploy(core, { ...prod, planHash: before.planHash })
      const [deployed] = await presentDeployments(core.db, prod)
      expect(deployed!.acknowledged).toMatchObject([
        { change: 'met_list', title: 'Change GET /pets to POST /pets', checks: ['method-replaced'], ...said },
      ])

      // The same edit of another base is another change.
      await rollback(core, { ...prod, deployment: first.id })
      expect((await makePlan(core, prod)).changes[0]).not.toHaveProperty('acknowledged')
      expect(
        (await presentDeployments(core.db, prod)).map(({ acknowledged }) => acknowledged.length),
      ).toEqual([0, 1, 0])
    },
  )

  test.skipIf(skip)(
    'a change that goes on is not acknowledged any more, nor one that was taken back',
    async () => {
      await using opened = await breaking()
      const { core } = opened
      const isAcknowledged = async () => (await makePlan(core, prod)).changes[0]!.acknowledged !== undefined
      await acknowledgeChanges(core, { ...change, reason: 'Agreed' })
      expect(await isAcknowledged()).toBe(true)
      await edit(core, { apiKeyRequired: true })
      expect(await isAcknowledged()).toBe(false)
      await acknowledgeChanges(core, { ...change, reason: 'Agreed too' })
      expect(await isAcknowledged()).toBe(true)
      await withdrawAcknowledgement(core, change)
      expect(await isAcknowledged()).toBe(false)
    },
  )

  test.skipIf(skip)(
    'a secret, the target of what is new, and a raised check are another change',
    async () => {
      await using core = await openTestCore(open)
      await makePets(core)
      const put = async (...added: ApiRecord[]) =>
        saveRecords(core, { slug: 'pets', changeId: 'add', added, updated: [], removed: [] })
      const change = async (id: string, fields: object) => {
        const { definition, revisions } = await core.drafts.open('pets')
        const record = { ...definition.get(id)!, ...fields } as ApiRecord
        const updated = [{ record, revision: revisions.get(id)! }]
        await saveRecords(core, { slug: 'pets', changeId: 'change', added: [], updated, removed: [] })
      }
      const code = 'exports.handler = () => 1'
      await put({ kind: 'function', id: 'fun_a', name: 'a', code, environment: { KEY: 'one' } })
      await deploy(core, prod)
      await change('fun_a', { environment: { KEY: 'two' } })
      await put(
        { kind: 'integration', id: 'int_new', type: 'http', uri: 'https://a.example' },
        { ...pets.method, id: 'met_new', httpMethod: 'POST', integration: 'int_new' },
      )
      const acknowledged = async () =>
        (await makePlan(core, prod)).changes.filter(({ acknowledged }) => acknowledged).map(({ id }) => id)
      const ids = (await makePlan(core, prod)).changes.map(({ id }) => id)
      const acknowledge = () => acknowledgeChanges(core, { ...prod, changes: ids, reason: 'Agreed' })
      expect(ids).toEqual(expect.arrayContaining(['fun_a', 'met_new']))
      await acknowledge()
      expect(await acknowledged()).toEqual(ids)
      await change('fun_a', { environment: { KEY: 'three' } })
      expect(await acknowledged()).toEqual(ids.filter((id) => id !== 'fun_a'))
      await acknowledge()
      await change('int_new', { uri: 'https://b.example' })
      expect(await acknowledged()).toEqual(ids.filter((id) => id !== 'met_new'))
      await acknowledge()
      const [finding] = (await makePlan(core, prod)).changes.find(({ id }) => id === 'met_new')!.findings
      await overrideCheck(core, {
        slug: 'pets',
        check: finding!.check,
        level: 'breaking',
        reason: 'Ask first',
      })
      expect(await acknowledged()).not.toContain('met_new')
    },
  )

  test.skipIf(skip)('a change that is named twice is acknowledged once', async () => {
    await using opened = await breaking()
    const { core } = opened
    await acknowledgeChanges(core, { ...change, changes: ['met_list', 'met_list'], reason: 'Agreed' })
    expect(await core.db.changeAcknowledgement.count()).toBe(1)
    const { data } = await core.db.auditEntry.findFirstOrThrow({ where: { action: 'acknowledge-change' } })
    expect(JSON.parse(data)).toMatchObject({ count: 1, changes: ['met_list'] })
  })

  test.skipIf(skip)('what nobody staged can not be acknowledged', async () => {
    await using opened = await breaking()
    const { core } = opened
    const unknown = { code: 'ACKNOWLEDGEMENT_UNKNOWN' }
    await expect(
      acknowledgeChanges(core, { ...change, changes: ['met_list', 'met_gone'], reason: 'x' }),
    ).rejects.toMatchObject(unknown)
    expect((await makePlan(core, prod)).changes[0]).not.toHaveProperty('acknowledged')
    const acknowledge = [{ of: 'method-replced', reason: 'x' }]
    await expect(deploy(core, { ...prod, acknowledge })).rejects.toMatchObject(unknown)
    expect(await core.db.deployment.count()).toBe(1)
  })

  test.skipIf(skip)('what is said while a plan is deployed is part of it, or makes it stale', async () => {
    await using opened = await breaking()
    const { core } = opened
    await edit(core, { httpMethod: 'GET', summary: 'All pets' })
    const { planHash, changes } = await makePlan(core, prod)
    const check = changes[0]!.findings[0]!.check
    const raise = () => overrideCheck(core, { slug: 'pets', check, level: 'breaking', reason: 'Words sell' })
    const preparing = vi.spyOn(core.sync, 'prepare').mockImplementationOnce(raise)
    await expect(deploy(core, { ...prod, planHash })).rejects.toMatchObject({ code: 'PLAN_STALE' })
    expect(await core.db.deployment.count()).toBe(1)
    const ids = changes.map(({ id }) => id)
    preparing.mockImplementationOnce(() =>
      acknowledgeChanges(core, { ...prod, changes: ids, reason: 'Agreed' }),
    )
    const { verdicts, acknowledgements } = await deploy(core, prod)
    preparing.mockRestore()
    expect(JSON.parse(verdicts!)).toMatchObject({ breaking: 1 })
    expect(JSON.parse(acknowledgements)).toMatchObject([{ reason: 'Agreed' }])
  })

  test.skipIf(skip)('a deployment acknowledges all that a check found', async () => {
    await using opened = await breaking()
    const { core } = opened
    await deploy(core, {
      ...prod,
      acknowledge: [
        { of: 'method-replaced', reason: 'No callers' },
        { of: 'operation-removed', reason: 'Found nothing this time' },
      ],
    })
    const [deployed] = await presentDeployments(core.db, prod)
    expect(deployed!.acknowledged).toMatchObject([{ change: 'met_list', reason: 'No callers' }])
  })
})
