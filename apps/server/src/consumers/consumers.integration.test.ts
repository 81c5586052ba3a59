import { createHash } from 'node:crypto'
import type { StageState } from '@penstock/bundle'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestApp, testApp } from '../http/app.fixture.ts'

let server: TestApp
beforeAll(async () => {
  server = await testApp()
  const paths = { '/pets': { get: { responses: { 200: { description: 'Pets' } } } } }
  const document = { openapi: '3.1.0', info: { title: 'Pets', version: '1' }, paths }
  for (const slug of ['pets', 'shops']) {
    await server.call('POST', `/api/v1/apis?slug=${slug}&mode=create`, document)
    await server.call('POST', `/api/v1/apis/${slug}/stages/prod/deployments`, {})
  }
})
afterAll(() => server[Symbol.asyncDispose]())

const value = 'chosen-by-somebody-0123456789'
const hashOf = (text: string) => createHash('sha256').update(text).digest('base64url')
const prod = [{ api: 'pets', stage: 'prod' }]
interface Made {
  readonly value: string
  readonly key: { readonly id: string }
}
const makeKey = async (body: object) =>
  (await server.call('POST', '/api/v1/api-keys', body)).json as unknown as Made
const makePlan = (body: object) => server.call('POST', '/api/v1/usage-plans', body)
const settingsOf = (slug: string) => {
  const found = server.core.sync
    .state()
    .stages.find(({ api, stage }) => api === slug && stage === 'prod') as StageState
  return found.settings
}
const hashesOf = (slug: string) =>
  (settingsOf(slug).plans ?? []).flatMap(({ keys }) => keys.map((k) => k.hash))

test('a value that is made is shown once and stored nowhere', async () => {
  const made = await makeKey({ name: 'made' })
  expect(made.value).toMatch(/^psk_[0-9A-Za-z]{36}$/)
  expect(made.key).toMatchObject({ name: 'made', prefix: made.value.slice(0, 8), enabled: true, plans: [] })
  const { json } = await server.call('GET', '/api/v1/api-keys')
  expect(json).toMatchObject({ keys: [{ name: 'made' }] })
  const { db } = server.core
  const everything = JSON.stringify([json, await db.apiKey.findMany(), await db.auditEntry.findMany()])
  expect(everything).toContain(hashOf(made.value))
  expect(everything).not.toContain(made.value)
})

test('a value that is given is taken, and neither it nor a name is taken twice', async () => {
  expect(await makeKey({ name: 'given', value })).toMatchObject({ value: null, key: { prefix: '' } })
  expect(await makeKey({ name: 'given' })).toMatchObject({ code: 'API_KEY_TAKEN' })
  expect(await makeKey({ name: 'thief', value })).toMatchObject({ code: 'API_KEY_TAKEN' })
  expect(await makeKey({ name: 'short', value: 'short' })).toMatchObject({ code: 'INVALID_INPUT' })
  expect(await makeKey({ name: 'spaces', value: 'a value with spaces in it' })).toMatchObject({
    code: 'INVALID_INPUT',
  })
})

test('gateways are told at once who is let in, and nothing of a key but its hash', async () => {
  const key = (await makeKey({ name: 'told', value: `${value}-told` })).key
  const throttle = { rateLimit: 5, burstLimit: 10 }
  const plan = await makePlan({ name: 'told', stages: prod, keys: ['told'], throttle })
  expect(plan).toMatchObject({ status: 201, json: { stages: prod, keys: ['told'], throttle } })
  const { id } = plan.json as { id: string }
  const told = { id: key.id, hash: hashOf(`${value}-told`) }
  expect(settingsOf('pets').plans).toEqual([{ id, throttle, keys: [told] }])
  expect(settingsOf('shops')).not.toHaveProperty('plans')

  await server.call('PUT', `/api/v1/api-keys/${key.id}`, { enabled: false })
  expect(hashesOf('pets')).toEqual([])
  await server.call('PUT', `/api/v1/api-keys/${key.id}`, { enabled: true })
  expect(hashesOf('pets')).toEqual([told.hash])

  const moved = { name: 'told', stages: [{ api: 'shops', stage: 'prod' }], keys: ['told'] }
  await server.call('PUT', `/api/v1/usage-plans/${id}`, moved)
  expect([hashesOf('pets'), hashesOf('shops')]).toEqual([[], [told.hash]])
  expect((await server.call('DELETE', `/api/v1/api-keys/${key.id}`)).status).toBe(204)
  expect(hashesOf('shops')).toEqual([])
  expect((await server.call('DELETE', `/api/v1/usage-plans/${id}`)).status).toBe(204)
  expect(settingsOf('shops')).not.toHaveProperty('plans')

  const { json } = await server.call('GET', '/api/v1/usage-plans')
  expect(json).toEqual({ plans: [] })
  const actions = await server.core.db.auditEntry.findMany({ select: { action: true } })
  expect(actions.map(({ action }) => action)).toEqual(
    expect.arrayContaining([
      'create-api-key',
      'update-api-key',
      'remove-api-key',
      'put-usage-plan',
      'remove-usage-plan',
    ]),
  )
})

test('a key has one plan at a stage, and a plan that cannot be held to is refused whole', async () => {
  await makeKey({ name: 'once', value: `${value}-once` })
  await makePlan({ name: 'first', stages: prod, keys: ['once'] })
  const refused: [object, string][] = [
    [{ name: 'second', stages: prod, keys: ['once'] }, 'USAGE_PLAN_OVERLAPS'],
    [{ name: 'first', stages: [], keys: [] }, 'USAGE_PLAN_TAKEN'],
    [{ name: 'second', stages: prod, keys: ['onec'] }, 'NOT_FOUND'],
    [{ name: 'second', stages: [{ api: 'pets', stage: 'prdo' }], keys: [] }, 'STAGE_NOT_FOUND'],
    [{ name: 'second', stages: prod, keys: [], quota: { limit: 1, period: 'DAY' } }, 'QUOTA_UNSUPPORTED'],
    [{ name: 'second', stages: prod, keys: [], throttle: { rateLimit: 1 } }, 'INVALID_INPUT'],
    [{ name: 'second', stages: prod, keys: [], limits: {} }, 'INVALID_INPUT'],
  ]
  for (const [body, code] of refused) expect((await makePlan(body)).json, code).toMatchObject({ code })
  expect((await server.call('GET', '/api/v1/usage-plans')).json).toMatchObject({ plans: [{ name: 'first' }] })
})

test('only administrators make, change and remove keys and plans', async () => {
  const { json } = await server.call('POST', '/api/v1/tokens', { name: 'member', role: 'member' })
  const { token } = json as { token: string }
  const as = (method: 'GET' | 'POST' | 'PUT' | 'DELETE', path: string, body?: unknown) =>
    server.call(method, `/api/v1${path}`, body, token)
  expect((await as('GET', '/api-keys')).status).toBe(200)
  expect((await as('GET', '/usage-plans')).status).toBe(200)
  const plan = { name: 'x', stages: [], keys: [] }
  const refused = [
    await as('POST', '/api-keys', { name: 'x' }),
    await as('PUT', '/api-keys/x', { enabled: true }),
    await as('DELETE', '/api-keys/x'),
    await as('POST', '/usage-plans', plan),
    await as('PUT', '/usage-plans/x', plan),
    await as('DELETE', '/usage-plans/x'),
  ]
  expect(refused.map(({ status }) => status)).toEqual(Array(6).fill(403))
})

test('a limit that would hold for nothing is refused, with what was meant', async () => {
  const stage = '/api/v1/apis/pets/stages/prod'
  const limit = { rateLimit: 1, burstLimit: 1 }
  const { status, json } = await server.call('PUT', stage, { throttle: { methods: { 'GET /pet': limit } } })
  expect([status, JSON.stringify(json)]).toEqual([400, expect.stringContaining('GET /pets')])
  expect(settingsOf('pets')).not.toHaveProperty('throttle')
  // Nothing is made of a call that is refused.
  const absent = '/api/v1/apis/pets/stages/absent'
  expect((await server.call('PUT', absent, { throttle: { methods: { 'GET /pet': limit } } })).status).toBe(
    400,
  )
  expect((await server.call('GET', `${absent}/plan?createStage=false`)).status).toBe(404)
})

test('limits of a stage take effect without a deployment, and stay when other settings change', async () => {
  const stage = '/api/v1/apis/pets/stages/prod'
  const throttle = { rateLimit: 2, burstLimit: 4, methods: { 'GET /pets': { rateLimit: 1, burstLimit: 1 } } }
  expect(await server.call('PUT', stage, { throttle })).toMatchObject({ status: 200, json: { throttle } })
  expect(settingsOf('pets').throttle).toEqual(throttle)
  await server.call('PUT', stage, { variables: { a: 'b' } })
  expect(settingsOf('pets')).toMatchObject({ throttle, variables: { a: 'b' } })
  expect((await server.call('PUT', stage, { throttle: { rateLimit: 1 } })).status).toBe(400)
  await server.call('PUT', stage, { throttle: null })
  expect(settingsOf('pets')).not.toHaveProperty('throttle')
  expect(settingsOf('pets').variables).toEqual({ a: 'b' })
  expect((await server.call('PUT', '/api/v1/apis/pets/stages/preview', { throttle })).status).toBe(400)
})

test('the cache of a stage takes effect without a deployment, and only a flush or switching it on begins anew', async () => {
  const stage = '/api/v1/apis/pets/stages/prod'
  const cache = { enabled: true, ttlSeconds: 60, methods: { 'GET /pets': { ttlSeconds: 5 } } }
  expect(await server.call('PUT', stage, { cache })).toMatchObject({ status: 200, json: { cache } })
  const made = settingsOf('pets').cache
  const { json: told } = await server.call('PUT', stage, {})
  expect(told).toMatchObject({ cache, cacheFlushedAt: new Date(made?.flushedAt ?? 0).toISOString() })
  // What is told may be sent back as it is.
  expect((await server.call('PUT', stage, { cache: (told as { cache: object }).cache })).status).toBe(200)
  expect(made).toMatchObject({ ...cache, flushedAt: expect.any(Number) })
  await server.call('PUT', stage, { variables: { a: 'c' } })
  expect(settingsOf('pets').cache).toEqual(made)
  await server.call('PUT', stage, { cache: { ...cache, ttlSeconds: 61 } })
  expect(settingsOf('pets').cache).toEqual({ ...made, ttlSeconds: 61 })
  await server.call('PUT', stage, { flushCache: true })
  expect(settingsOf('pets').cache?.flushedAt).toBeGreaterThan(made?.flushedAt ?? Number.POSITIVE_INFINITY)
  const flushedAt = () => settingsOf('pets').cache?.flushedAt ?? Number.NaN
  for (const part of [{ enabled: true }, { enabled: false, methods: { 'GET /pets': { enabled: true } } }]) {
    await server.call('PUT', stage, { cache: { ...cache, enabled: false } })
    const off = flushedAt()
    await server.call('PUT', stage, { cache: { ...cache, ...part } })
    expect(flushedAt()).toBeGreaterThan(off)
  }
  expect((await server.call('PUT', stage, { cache: { methods: { 'GET /pet': {} } } })).status).toBe(400)
  await server.call('PUT', stage, { cache: null })
  expect(settingsOf('pets')).not.toHaveProperty('cache')
  expect((await server.call('PUT', '/api/v1/apis/pets/stages/preview', { cache })).status).toBe(400)
})
