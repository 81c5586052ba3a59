import { closeDatabases, databases } from '@penstock/testkit'
import { loadBundle } from '@penstock/bundle'
import { afterAll, describe, expect, test, vi } from 'vitest'
import { sharePlan } from '../plan/share-plan.ts'
import { createSnapshots } from '../store/snapshots.ts'
import { edit, makePets, openTestCore, pets } from './core.fixture.ts'
import { createStage } from './create-stage.ts'
import { deploy } from './deploy.ts'
import { makePlan } from './plan.ts'
import { putFunction } from './put-function.ts'
import { removeApi } from './remove-api.ts'
import { removeStage } from './remove-stage.ts'
import { rollback } from './rollback.ts'
import { saveRecords } from './save-records.ts'
import { updateStage } from './update-stage.ts'

afterAll(closeDatabases)

describe.each(databases)('$name', ({ open, skip }) => {
  const prod = { slug: 'pets', stage: 'prod' }

  test.skipIf(skip)(
    'deploy and roll back: traffic gets exactly the content of the deployment, the draft stays',
    async () => {
      await using core = await openTestCore(open)
      await makePets(core)
      const first = await deploy(core, { ...prod, description: 'First' })
      await edit(core, { httpMethod: 'POST' })
      const second = await deploy(core, prod)
      const draft = (await core.drafts.open('pets')).manifest.root
      const third = await rollback(core, { ...prod, deployment: first.id })

      expect([first, second, third].map(({ version }) => version)).toEqual([1, 2, 3])
      expect(third).toMatchObject({
        kind: 'rollback',
        snapshotRoot: first.snapshotRoot,
        author: 'ada@example.com',
      })
      expect(JSON.parse(second.changes)).toEqual({ added: 0, changed: 1, removed: 0 })
      expect((await core.drafts.open('pets')).manifest.root).toBe(draft)

      const state = core.sync.state().stages.find(({ stage }) => stage === 'prod')!
      expect(state).toMatchObject({ version: 3, deployment: third.id })
      const bundle = loadBundle(await core.sync.bundle(state.bundle!), state.bundle!)
      expect(bundle.routes.map(({ method, path }) => `${method} ${path}`)).toEqual(['GET /pets'])
      const actions = await core.db.auditEntry.findMany({ orderBy: { id: 'asc' } })
      expect(actions.map(({ action }) => action)).toEqual([
        'create-api',
        'edit',
        'deploy',
        'edit',
        'deploy',
        'rollback',
      ])
    },
  )

  test.skipIf(skip)(
    'strip, plan and history count the same: what a person changed, not the records that this moved',
    async () => {
      await using core = await openTestCore(open)
      await makePets(core)
      const counted = ({ changes }: { changes: string }) => JSON.parse(changes) as object
      const staged = async (root: string | null) => {
        const draft = await core.drafts.open('pets')
        return core.planner.staged(root, draft.manifest.root, () => Promise.resolve(draft))
      }
      const { summary } = await makePlan(core, prod)
      const first = await deploy(core, prod)
      // A method with its path and its mock; the API and its root.
      expect(summary.total).toBeLessThan(5)
      expect(await staged(null)).toMatchObject({ ...counted(first), total: summary.total })

      const { revisions } = await core.drafts.open('pets')
      const removed = ['met_list', 'int_mock', 'res_pets'].map((id) => ({ id, revision: revisions.get(id)! }))
      await saveRecords(core, { slug: 'pets', changeId: 'x', added: [], updated: [], removed })
      expect((await makePlan(core, prod)).summary.total).toBe(1)
      expect(await staged(first.snapshotRoot)).toEqual({ added: 0, changed: 0, removed: 1, total: 1 })
      expect(counted(await deploy(core, prod))).toEqual({ added: 0, changed: 0, removed: 1 })
      const back = await rollback(core, { ...prod, deployment: first.id })
      expect(counted(back)).toEqual({ added: 1, changed: 0, removed: 0 })
    },
  )

  test.skipIf(skip)('a rollback takes away only what was live when it was decided on', async () => {
    await using core = await openTestCore(open)
    await makePets(core)
    const first = await deploy(core, prod)
    await edit(core, { httpMethod: 'POST' })
    const second = await deploy(core, prod)
    const back = await rollback(core, { ...prod, deployment: first.id, from: second.id })
    await edit(core, { summary: 'Hotfix' })
    const hotfix = await deploy(core, prod)
    const undo = { ...prod, deployment: second.id, from: back.id }
    await expect(rollback(core, undo)).rejects.toMatchObject({
      code: 'ROLLBACK_STALE',
      details: { deployment: hotfix.id, version: 4 },
    })
    // Nor where somebody deploys while it is under way.
    const locked = vi.spyOn(core.sync, 'prepareSnapshot').mockImplementationOnce(async () => {
      await edit(core, { summary: 'Hotter' })
      await deploy(core, prod)
    })
    await expect(rollback(core, { ...undo, from: hotfix.id })).rejects.toMatchObject({
      code: 'ROLLBACK_STALE',
    })
    locked.mockRestore()
    const live = await core.db.stage.findFirstOrThrow({ include: { deployment: true } })
    expect(live.deployment!.version).toBe(5)
    expect(await rollback(core, { ...prod, deployment: second.id })).toMatchObject({ version: 6 })
  })

  test.skipIf(skip)('a stage whose name is mistyped is not made, and not planned for', async () => {
    await using core = await openTestCore(open)
    await makePets(core)
    await deploy(core, { slug: 'pets', stage: 'dev' })
    const mistyped = { slug: 'pets', stage: 'dve' }
    const refused = {
      code: 'STAGE_NOT_FOUND',
      message:
        'The API "pets" has no stage "dve". Did you mean "dev"? It has dev. To make a new stage, ask for it (createStage, --create-stage).',
      details: { stages: ['dev'], nearest: 'dev' },
    }
    await expect(makePlan(core, mistyped)).rejects.toMatchObject(refused)
    await expect(deploy(core, mistyped)).rejects.toMatchObject(refused)
    await expect(rollback(core, { ...mistyped, deployment: 'x' })).rejects.toMatchObject({
      message: 'The API "pets" has no stage "dve". Did you mean "dev"? It has dev.',
    })
    expect(await core.db.stage.count()).toBe(1)
    const wanted = { slug: 'pets', stage: 'qa', createStage: true }
    const { planHash } = await makePlan(core, wanted)
    expect(await deploy(core, { ...wanted, planHash })).toMatchObject({ stage: 'qa' })
  })

  test.skipIf(skip)('a plan that the draft has left is refused with the new one', async () => {
    await using core = await openTestCore(open)
    await makePets(core)
    const { planHash } = await makePlan(core, prod)
    await edit(core, { summary: 'Later' })
    const plan = await makePlan(core, prod)
    await expect(deploy(core, { ...prod, planHash })).rejects.toMatchObject({
      code: 'PLAN_STALE',
      details: { plan: sharePlan(plan) },
    })
    expect(await core.db.deployment.count()).toBe(0)
  })

  test.skipIf(skip)('a plan that the stage has left is refused', async () => {
    await using core = await openTestCore(open)
    await makePets(core)
    await deploy(core, prod)
    await edit(core, { summary: 'Second' })
    const { planHash } = await makePlan(core, prod)
    await deploy(core, prod)
    await edit(core, { summary: 'Third' })
    await expect(deploy(core, { ...prod, planHash })).rejects.toMatchObject({ code: 'PLAN_STALE' })
  })

  test.skipIf(skip)('a function that does not parse is named by the plan and not deployed', async () => {
    await using core = await openTestCore(open)
    await makePets(core)
    await putFunction(core, { slug: 'pets', name: 'hello', code: 'exports.handler = () => {\n  return {;' })
    const { checks } = await makePlan(core, prod)
    expect(checks).toMatchObject([{ code: 'function-syntax', location: { line: 2, column: 11 } }])
    expect(await core.planner.checks(await core.drafts.open('pets'))).toEqual(checks)
    await expect(deploy(core, prod)).rejects.toMatchObject({ code: 'PLAN_REFUSED' })
    await putFunction(core, { slug: 'pets', name: 'hello', code: 'exports.handler = () => 1' })
    await deploy(core, prod)
  })

  test.skipIf(skip)('a draft that several ask for at once is checked once', async () => {
    await using core = await openTestCore(open)
    await makePets(core)
    const draft = await core.drafts.open('pets')
    const [first, second] = await Promise.all([core.planner.checks(draft), core.planner.checks(draft)])
    expect(second).toBe(first)
  })

  test.skipIf(skip)('what is doubtful is in the plan, and deploys; as an error it does not', async () => {
    await using core = await openTestCore(open)
    await makePets(core)
    await edit(core, { requestBody: { content: {} } })
    const { checks } = await makePlan(core, prod)
    expect(checks).toMatchObject([
      { code: 'body-on-get', severity: 'warning', location: { record: 'met_list' } },
    ])
    await deploy(core, prod)
    await edit(core, { rest: { 'x-penstock-lint': { 'body-on-get': 'error' } } })
    await expect(deploy(core, prod)).rejects.toMatchObject({ code: 'PLAN_REFUSED' })
  })

  test.skipIf(skip)('the plan of a stage tells what is doubtful about its variables', async () => {
    await using core = await openTestCore(open)
    await makePets(core)
    await deploy(core, { ...prod, variables: { dbPassword: 'hunter2hunter2' } })
    const { checks } = await makePlan(core, prod)
    expect(checks).toMatchObject([{ code: 'secret-in-stage-variable', severity: 'warning' }])
  })

  test.skipIf(skip)('an edit that is undone leaves nothing staged, and the plan holds', async () => {
    await using core = await openTestCore(open)
    await makePets(core)
    await deploy(core, prod)
    const before = await makePlan(core, prod)
    expect(before).toMatchObject({ changes: [], summary: { total: 0 } })
    await edit(core, { summary: 'Changed' })
    expect((await makePlan(core, prod)).summary.total).toBe(1)
    await edit(core, { summary: pets.method.summary! })
    expect((await makePlan(core, prod)).planHash).toBe(before.planHash)
  })

  test.skipIf(skip)('content equal to what is live makes no deployment, but variables are set', async () => {
    await using core = await openTestCore(open)
    await makePets(core)
    const live = await deploy(core, prod)
    const again = deploy(core, { ...prod, variables: { url: 'https://example.com' } })
    const details = { deployment: live.id, version: 1 }
    await expect(again).rejects.toMatchObject({ code: 'NOTHING_TO_DEPLOY', details })
    expect(await core.db.deployment.count()).toBe(1)
    expect(core.sync.state().stages.find(({ stage }) => stage === 'prod')).toMatchObject({
      settings: { variables: { url: 'https://example.com' } },
    })
  })

  test.skipIf(skip)('of two who deploy the same plan at once, one deploys', async () => {
    await using core = await openTestCore(open)
    await makePets(core)
    const { planHash } = await makePlan(core, prod)
    const results = await Promise.allSettled(
      Array.from({ length: 5 }, () => deploy(core, { ...prod, planHash })),
    )
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    expect(await core.db.deployment.count()).toBe(1)
  })

  test.skipIf(skip)('content of an API is not deployed to another that got its name meanwhile', async () => {
    await using core = await openTestCore(open)
    await makePets(core)
    const { apiId, version } = await core.drafts.open('pets')
    const prepare: typeof core.sync.prepare = async (draft) => {
      await core.sync.prepare(draft)
      if ((await core.drafts.open('pets')).apiId !== apiId) return
      await removeApi(core, { slug: 'pets' })
      await makePets(core)
      const revision = (await core.drafts.open('pets')).revisions.get('met_list')!
      const updated = [{ record: { ...pets.method, httpMethod: 'PUT' as const }, revision }]
      await saveRecords(core, { slug: 'pets', changeId: 'x', added: [], updated, removed: [] })
      await core.db.api.update({ where: { slug: 'pets' }, data: { draftVersion: version } })
    }
    const { snapshotRoot } = await deploy({ ...core, sync: { ...core.sync, prepare } }, prod)
    expect(snapshotRoot).toBe((await core.drafts.open('pets')).manifest.root)
  })

  test.skipIf(skip)('a draft with errors is not deployed, and says where they are', async () => {
    await using core = await openTestCore(open)
    await makePets(core)
    const revision = (await core.drafts.open('pets')).revisions.get('int_mock')!
    await saveRecords(core, {
      slug: 'pets',
      changeId: 'x',
      added: [],
      updated: [],
      removed: [{ id: 'int_mock', revision }],
    })
    await expect(deploy(core, prod)).rejects.toMatchObject({
      code: 'PLAN_REFUSED',
      details: { checks: [{ code: 'dangling-reference', location: { record: 'met_list' } }] },
    })
    expect(await core.db.snapshot.count()).toBe(0)
  })

  test.skipIf(skip)(
    'the preview has variables of its own, which no deployment takes or changes',
    async () => {
      await using core = await openTestCore(open)
      await makePets(core)
      await core.sync.refreshPreview('pets')
      const served = (name: string) => core.sync.state().stages.find(({ stage }) => stage === name)
      const before = served('preview')!
      expect(before).toMatchObject({ settings: { variables: {} } })
      await updateStage(core, { slug: 'pets', stage: 'preview', variables: { backend: 'localhost' } })
      expect(served('preview')).toEqual({ ...before, settings: { variables: { backend: 'localhost' } } })
      await deploy(core, { ...prod, variables: { backend: 'example.com' } })
      expect(served('prod')).toMatchObject({ settings: { variables: { backend: 'example.com' } } })
      await edit(core, { httpMethod: 'POST' })
      await core.sync.refreshPreview('pets')
      expect(served('preview')).toMatchObject({ settings: { variables: { backend: 'localhost' } } })
      expect(served('preview')!.bundle).not.toBe(before.bundle)
      const [entry] = await core.db.auditEntry.findMany({ where: { action: 'update-stage' } })
      expect(JSON.stringify(entry)).toContain('backend')
      expect(JSON.stringify(entry)).not.toContain('localhost')
    },
  )

  test.skipIf(skip)(
    'settings take effect without a deployment; a stage that goes stops serving and keeps its history',
    async () => {
      await using core = await openTestCore(open)
      await makePets(core)
      await createStage(core, { slug: 'pets', name: 'prod', variables: { a: '1' } })
      await expect(createStage(core, { slug: 'pets', name: 'prod' })).rejects.toMatchObject({
        code: 'STAGE_TAKEN',
      })
      await expect(createStage(core, { slug: 'pets', name: 'preview' })).rejects.toMatchObject({
        code: 'INVALID_INPUT',
      })
      expect(core.sync.state().stages.filter(({ stage }) => stage === 'prod')).toEqual([])
      const { id } = await deploy(core, prod)
      await updateStage(core, { ...prod, variables: { b: '2' } })
      const served = () => core.sync.state().stages.find(({ stage }) => stage === 'prod')
      expect(served()).toMatchObject({ deployment: id, settings: { variables: { b: '2' } } })
      await removeStage(core, prod)
      expect(served()).toBeUndefined()
      expect(await core.db.deployment.count()).toBe(1)
      await removeApi(core, { slug: 'pets' })
      expect(core.sync.state().stages).toEqual([])
      await expect(core.drafts.open('pets')).rejects.toMatchObject({ code: 'API_NOT_FOUND' })
    },
  )

  test.skipIf(skip)('snapshots share what did not change, and any of them can be opened', async () => {
    await using core = await openTestCore(open)
    await makePets(core)
    const first = await deploy(core, prod)
    const buckets = await core.db.manifestBucket.count()
    await edit(core, { summary: 'Second' })
    await deploy(core, prod)
    expect(await core.db.manifestBucket.count()).toBe(buckets + 1)
    const definition = await createSnapshots(core.db).definition(first.snapshotRoot)
    expect(definition.get('met_list')).toEqual(pets.method)
  })
})
