import { checkList } from '@penstock/diff'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestApp, testApp } from '../http/app.fixture.ts'
import { planViewSchema } from '../presenters/plan-view.ts'

let server: TestApp
beforeAll(async () => {
  server = await testApp()
})
afterAll(() => server[Symbol.asyncDispose]())

const responses = { 200: { description: 'OK' } }
const rides = (...methods: string[]) => ({
  openapi: '3.1.0',
  info: { title: 'Rides', version: '1.0.0' },
  paths: { '/rides': Object.fromEntries(methods.map((method) => [method, { responses }])) },
})

/** `GET /rides` and `POST /rides` are live; the draft has only the first. */
async function staged(slug: string) {
  await server.call('POST', `/api/v1/apis?slug=${slug}`, rides('get', 'post'))
  await server.call('POST', `/api/v1/apis/${slug}/stages/prod/deployments`, {})
  await server.call('POST', `/api/v1/apis?slug=${slug}&mode=overwrite`, rides('get'))
  const plan = async () => {
    const { json } = await server.call('GET', `/api/v1/apis/${slug}/stages/prod/plan`)
    return planViewSchema.parse(json)
  }
  return { plan, change: (await plan()).changes[0]!.id }
}

test('all checks are listed with what they mean by themselves', async () => {
  const { json } = await server.call('GET', '/api/v1/checks')
  expect(json).toEqual({ checks: checkList })
})

test('a check is overridden for one API, listed, and restored', async () => {
  const { plan } = await staged('overridden')
  const path = '/api/v1/apis/overridden/check-overrides'
  const put = await server.call('PUT', `${path}/operation-removed`, {
    level: 'risky',
    reason: 'Internal API',
  })
  expect(put.status).toBe(204)
  expect(await plan()).toMatchObject({
    summary: { breaking: 0, risky: 1 },
    changes: [{ findings: [{ verdict: 'risky', override: { from: 'breaking', reason: 'Internal API' } }] }],
  })
  expect((await server.call('GET', path)).json).toMatchObject({
    overrides: [
      {
        check: 'operation-removed',
        level: 'risky',
        reason: 'Internal API',
        from: 'breaking',
        finds: checkList.find(({ id }) => id === 'operation-removed')!.finds,
      },
    ],
  })
  expect((await server.call('DELETE', `${path}/operation-removed`)).status).toBe(204)
  expect(await plan()).toMatchObject({ summary: { breaking: 1 } })
  expect((await server.call('GET', path)).json).toEqual({ overrides: [] })
})

test('neither a check that there is not nor a blank reason overrides anything', async () => {
  const { plan } = await staged('refused')
  const put = async (check: string, reason: string) =>
    server.call('PUT', `/api/v1/apis/refused/check-overrides/${check}`, { level: 'off', reason })
  for (const answer of [await put('operation-remvoed', 'x'), await put('operation-removed', '  ')])
    expect(answer.json).toMatchObject({ status: 400, code: 'INVALID_INPUT' })
  expect(await plan()).toMatchObject({ summary: { breaking: 1 } })
})

test('a change is acknowledged and taken back; the plan stays the same plan', async () => {
  const { plan, change } = await staged('acknowledged')
  const { planHash } = await plan()
  const path = `/api/v1/apis/acknowledged/stages/prod/acknowledgements/${change}`
  expect((await server.call('PUT', path, { reason: 'Nobody calls it' })).status).toBe(204)
  expect(await plan()).toMatchObject({
    planHash,
    changes: [{ verdict: 'breaking', acknowledged: { reason: 'Nobody calls it' } }],
  })
  expect((await server.call('DELETE', path)).status).toBe(204)
  expect((await plan()).changes[0]).not.toHaveProperty('acknowledged')
  const gone = await server.call('PUT', `${path}x`, { reason: 'Nobody calls it' })
  expect(gone.json).toMatchObject({ status: 422, code: 'ACKNOWLEDGEMENT_UNKNOWN' })
})

test('a deployment takes acknowledgements along and keeps them in the history', async () => {
  const { plan } = await staged('history')
  const { planHash } = await plan()
  const deployed = await server.call('POST', '/api/v1/apis/history/stages/prod/deployments', {
    planHash,
    acknowledge: [{ of: 'operation-removed', reason: 'Announced in May' }],
  })
  expect(deployed.json).toMatchObject({
    deployment: { version: 2, acknowledged: [{ title: 'Remove POST /rides', reason: 'Announced in May' }] },
  })
})

test('the description of the REST API tells of all of this', async () => {
  const { json } = await server.call('GET', '/api/v1/openapi.json')
  const { paths } = json as { paths: object }
  expect(Object.keys(paths)).toEqual(
    expect.arrayContaining([
      '/checks',
      '/apis/{api}/check-overrides',
      '/apis/{api}/check-overrides/{check}',
      '/apis/{api}/stages/{stage}/acknowledgements/{change}',
    ]),
  )
})
