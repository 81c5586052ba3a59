import { type PenstockProcess, startPenstock } from '@penstock/testkit'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { describeShop, draftRecords, rest, trpc } from './black-box.fixture.ts'

let penstock: PenstockProcess
beforeAll(async () => {
  penstock = await startPenstock()
})
afterAll(() => penstock?.stop())

const save = (slug: string, changes: Record<string, unknown>) =>
  trpc(penstock, 'mutation', 'draft.save', {
    slug,
    changeId: 'c',
    added: [],
    updated: [],
    removed: [],
    ...changes,
  })
const importShop = (slug: string, marker: string, mode = 'create') =>
  rest(penstock, 'POST', `/api/v1/apis?slug=${slug}&mode=${mode}`, describeShop(marker))

test('an edit of a record that moved on is refused as a whole, with theirs; the other edits of the save too', async () => {
  await importShop('edited', 'one')
  const records = await draftRecords(penstock, 'edited')
  const method = records.find(({ record }) => record.kind === 'method')!
  const api = records.find(({ record }) => record.kind === 'api')!
  const rename = (operationId: string) => ({
    updated: [{ record: { ...method.record, operationId }, revision: method.revision }],
  })
  expect((await save('edited', rename('first'))).status).toBe(200)
  const between = await draftRecords(penstock, 'edited')

  const late = await save('edited', {
    updated: [
      ...rename('second').updated,
      { record: { ...api.record, name: 'Mine' }, revision: api.revision },
    ],
  })
  expect(late.status).toBe(409)
  expect(late.json).toMatchObject({
    data: {
      problem: {
        code: 'RECORD_CONFLICT',
        details: { conflicts: [{ id: method.record.id, theirs: { operationId: 'first' } }] },
      },
    },
  })
  const gone = await save('edited', { removed: [{ id: method.record.id, revision: method.revision }] })
  expect(gone.status).toBe(409)
  expect(await draftRecords(penstock, 'edited')).toEqual(between)
})

test('a plan that moved, by an edit or by a deployment, is not deployed; the new plan comes along', async () => {
  interface Planned {
    readonly planHash: string
  }
  interface Refused {
    readonly code: string
    readonly details: { readonly plan: Planned }
  }
  const plan = async () =>
    (await rest<Planned>(penstock, 'GET', '/api/v1/apis/moved/stages/prod/plan')).json.planHash
  const deploy = (planHash: string) =>
    rest<Refused & { url: string; unchanged: boolean }>(
      penstock,
      'POST',
      '/api/v1/apis/moved/stages/prod/deployments',
      { planHash },
    )
  await importShop('moved', 'one')
  const first = await plan()
  await importShop('moved', 'two', 'overwrite')
  const byEdit = await deploy(first)
  expect(byEdit).toMatchObject({
    status: 409,
    json: { code: 'PLAN_STALE', details: { plan: { planHash: await plan() } } },
  })
  expect((await rest(penstock, 'GET', '/api/v1/apis/moved/stages/prod/deployments')).json).toEqual({
    deployments: [],
  })

  const seen = byEdit.json.details.plan.planHash
  // Two who saw the same plan: one deploys it, the other hears that the stage has moved.
  const both = await Promise.all([deploy(seen), deploy(seen)])
  const outcomes = both.map(({ status, json }) => (status === 200 ? 'deployed' : json.code)).toSorted()
  expect(outcomes).toEqual(['PLAN_STALE', 'deployed'])
  expect((await deploy(seen)).json.code).toBe('PLAN_STALE')
})

test('an edit that is undone leaves nothing to deploy, and the old plan holds again', async () => {
  const plan = async () =>
    (
      await rest<{ summary: { total: number }; planHash: string }>(
        penstock,
        'GET',
        '/api/v1/apis/undone/stages/prod/plan',
      )
    ).json
  await importShop('undone', 'one')
  await rest(penstock, 'POST', '/api/v1/apis/undone/stages/prod/deployments', {})
  const before = await plan()
  expect(before.summary.total).toBe(0)
  await importShop('undone', 'two', 'overwrite')
  expect((await plan()).summary.total).toBe(1)
  await importShop('undone', 'one', 'overwrite')
  expect(await plan()).toEqual(before)
})
