import { expect, test } from 'vitest'
import { ada, makePets } from '../commands/core.fixture.ts'
import { testApp } from '../http/app.fixture.ts'

test('an API that can not be read says so on its entry, and the others are listed', async () => {
  await using server = await testApp()
  const { core } = server
  const context = { ...core, actor: ada }
  await makePets(context, 'broken')
  await makePets(context, 'sound')
  await core.db.api.update({ where: { slug: 'broken' }, data: { portal: 'nonsense' } })
  const { status, json } = await server.call('GET', '/api/v1/apis')
  expect(status).toBe(200)
  expect(json['apis']).toMatchObject([
    { slug: 'broken', problem: expect.any(String), stages: [] },
    { slug: 'sound', problem: null, operations: 1, stages: [{ name: 'preview' }] },
  ])
})

test('what is staged is counted once for the same content, and is what the plan lists', async () => {
  await using server = await testApp()
  const { core } = server
  await makePets({ ...core, actor: ada })
  await server.call('PUT', '/api/v1/apis/pets/stages/prod', {})
  const draft = await core.drafts.open('pets')
  const plan = await core.planner.plan(draft, 'prod', null)
  const { json } = await server.call('GET', '/api/v1/apis/pets')
  expect(json).toMatchObject({ stages: [{ name: 'prod', staged: { total: plan.summary.total } }, {}] })
  const again = core.planner.staged(null, draft.manifest.root, () => Promise.reject(new Error('read again')))
  expect(await again).toMatchObject({ total: plan.summary.total })
})
