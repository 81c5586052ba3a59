import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import {
  type Bundle,
  type BundleIntegration,
  inspectionSchema,
  inspectPath,
  type StagePlan,
} from '@penstock/bundle'
import { expect, test } from 'vitest'
import { inspectionToken } from '../sync/control-plane.fixture.ts'
import { handBundle, packed, type TestGateway, testGateway } from '../testing.fixture.ts'

const value = 'a-key-of-somebody-0123456789'
const key = { id: 'key_1', hash: createHash('sha256').update(value).digest('base64url') }
const shown = { 'X-Api-Key': value }
const mock = { kind: 'mock' as const, requestTemplates: { 'application/json': '{"statusCode": 200}' } }
const route = (path: string) => ({ id: path, resource: path, method: 'GET', path, integration: 0 })
const bundleOf = (api: Partial<Bundle['api']> = {}) =>
  handBundle([{ ...route('/closed'), apiKey: true }, route('/open')], [mocked()], { api })

function mocked(): BundleIntegration {
  const template = '{"key": "$context.identity.apiKey", "id": "$context.identity.apiKeyId"}'
  return { ...mock, responses: [{ status: 200, pattern: null, templates: { 'application/json': template } }] }
}

const withPlans = (plans: StagePlan[]) => ({ settings: { variables: {}, plans } })
const plan = { id: 'plan_1', keys: [key] }
const statusesOf = async (test: TestGateway, calls: number, headers: Record<string, string> = shown) => {
  const statuses: number[] = []
  for (let call = 0; call < calls; call++) statuses.push((await test.call('/closed', { headers })).status)
  return statuses
}

test('a route that asks for a key lets in only who shows one of a plan of its stage', async () => {
  await using test = await testGateway()
  await test.deploy(bundleOf(), withPlans([plan]))
  const missing = await test.call('/closed')
  expect(missing.status).toBe(401)
  expect(JSON.parse(missing.body)).toMatchObject({ code: 'API_KEY_MISSING', phase: 'api key' })
  for (const wrong of [`${value}x`, key.hash, 'x'.repeat(5_000), key.id])
    expect((await test.call('/closed', { headers: { 'x-api-key': wrong } })).status).toBe(403)
  expect((await test.call('/closed', { headers: shown })).status).toBe(200)
  expect((await test.call('/open')).status).toBe(200)
})

test('without a plan nobody is let in, and a plan takes effect without a deployment, both ways', async () => {
  await using test = await testGateway()
  await test.deploy(bundleOf())
  expect(await statusesOf(test, 1)).toEqual([403])
  await test.deploy(bundleOf(), withPlans([plan]))
  expect(await statusesOf(test, 1)).toEqual([200])
  await test.deploy(bundleOf(), withPlans([{ ...plan, keys: [] }]))
  expect(await statusesOf(test, 1)).toEqual([403])
})

test('a key that is taken away lets nobody in, also where the bundle that came with that is held or refused', async () => {
  for (const bundle of [null, 'no-such-bundle']) {
    await using test = await testGateway()
    await test.deploy(bundleOf(), withPlans([plan]))
    expect(await statusesOf(test, 1)).toEqual([200])
    const { settings } = withPlans([{ ...plan, keys: [] }])
    const stage = { api: 'orders', stage: 'dev', settings }
    const ack = await test.controlPlane.want(
      bundle === null ? { ...stage, bundle } : { ...stage, bundle, version: 2, deployment: 'dep_2' },
    )
    expect(ack.stages[0]?.error === undefined, String(bundle)).toBe(bundle === null)
    expect(await statusesOf(test, 1), String(bundle)).toEqual([403])
  }
})

test('of what is not deployed a look is taken without a key: it has no plans', async () => {
  await using test = await testGateway()
  await test.deploy(bundleOf())
  const content = { bundle: packed(bundleOf()).hash, settings: { variables: {} } }
  const asked = {
    api: 'orders',
    stage: 'dev',
    method: 'GET',
    target: '/closed',
    headers: [],
    mode: 'send',
    content,
  }
  const answer = await test.call('', {
    method: 'POST',
    target: inspectPath,
    headers: { Authorization: `Bearer ${inspectionToken}` },
    body: JSON.stringify(asked),
  })
  const { answer: given, phases } = inspectionSchema.parse(JSON.parse(answer.body))
  expect(given?.status).toBe(200)
  expect(phases.find(({ name }) => name === 'api key')?.notes).toEqual([
    { kind: 'fact', name: 'not checked', value: 'what is not deployed has no usage plans' },
  ])
})

test("answers of an API that keeps Amazon's behaviour are Amazon's", async () => {
  await using test = await testGateway()
  const limited = { ...plan, throttle: { rateLimit: 0.001, burstLimit: 1 } }
  await test.deploy(bundleOf({ compatibility: 'aws' }), withPlans([limited]))
  for (const headers of [{}, { 'x-api-key': 'another' }] as Record<string, string>[])
    expect(await test.call('/closed', { headers })).toMatchObject({
      status: 403,
      headers: { 'x-amzn-errortype': 'ForbiddenException' },
      body: '{"message":"Forbidden"}',
    })
  expect(await statusesOf(test, 1)).toEqual([200])
  const over = await test.call('/closed', { headers: shown })
  expect(over).toMatchObject({
    status: 429,
    headers: { 'x-amzn-errortype': 'TooManyRequestsException' },
    body: '{"message":"Too Many Requests"}',
  })
  expect(over.headers).not.toHaveProperty('retry-after')
})

test('mappings know the key that was shown and its id, and of open routes none', async () => {
  await using test = await testGateway()
  await test.deploy(bundleOf({ compatibility: 'aws' }), withPlans([plan]))
  expect(JSON.parse((await test.call('/closed', { headers: shown })).body)).toMatchObject({
    key: value,
    id: 'key_1',
  })
  expect(JSON.parse((await test.call('/open', { headers: shown })).body)).toMatchObject({ key: '', id: '' })
})

test('a key draws from one bucket at all stages of its plan, which no deployment fills, and others from their own', async () => {
  let now = 0
  await using test = await testGateway({ now: () => now })
  const second = 'the-key-of-another-0123456789'
  const other = { id: 'key_2', hash: createHash('sha256').update(second).digest('base64url') }
  const limited = withPlans([{ ...plan, keys: [key, other], throttle: { rateLimit: 1, burstLimit: 2 } }])
  await test.deploy(bundleOf(), limited)
  await test.deploy(bundleOf(), { ...limited, stage: 'prod' })
  expect(await statusesOf(test, 1)).toEqual([200])
  expect((await test.call('', { target: '/orders/prod/closed', headers: shown })).status).toBe(200)
  expect(await statusesOf(test, 1)).toEqual([429])
  await test.deploy(bundleOf({ name: 'another deployment' }), { ...limited, version: 2 })
  const over = await test.call('/closed', { headers: shown })
  expect(over).toMatchObject({
    status: 429,
    headers: { 'retry-after': '1', 'ratelimit-policy': '"key";q=2;w=2', ratelimit: '"key";r=0;t=1' },
  })
  expect(JSON.parse(over.body)).toMatchObject({ code: 'RATE_LIMITED', phase: 'throttle' })
  expect(await statusesOf(test, 3, { 'x-api-key': second })).toEqual([200, 200, 429])
  expect((await test.call('/open')).status).toBe(200)
  now = 1_000
  expect(await statusesOf(test, 2)).toEqual([200, 429])
})

test('keys are known again after a restart without a control plane, and the disk has no value of them', async () => {
  await using first = await testGateway()
  const { dataDirectory } = first
  await first.deploy(bundleOf(), withPlans([plan]))
  await first.gateway.close()
  expect(await readFile(join(dataDirectory, 'gateway', 'state.json'), 'utf8')).toContain(key.hash)
  expect(await readFile(join(dataDirectory, 'gateway', 'state.json'), 'utf8')).not.toContain(value)
  await using again = await testGateway({ dataDirectory, serverUrl: 'http://127.0.0.1:1' })
  expect(await statusesOf(again, 1)).toEqual([200])
  expect(await statusesOf(again, 1, {})).toEqual([401])
})

test('the request log has nothing of the key', async () => {
  await using test = await testGateway()
  await test.deploy(bundleOf(), withPlans([plan]))
  await statusesOf(test, 1)
  await expect.poll(() => test.controlPlane.requests.length).toBeGreaterThan(0)
  expect(JSON.stringify(test.controlPlane.requests)).not.toContain(value)
})
