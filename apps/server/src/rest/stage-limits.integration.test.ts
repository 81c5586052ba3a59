import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestApp, testApp } from '../http/app.fixture.ts'

let server: TestApp
beforeAll(async () => {
  server = await testApp()
})
afterAll(() => server[Symbol.asyncDispose]())

const prod = '/api/v1/apis/pets/stages/prod'
const limitsOf = () => server.core.sync.state().stages.find(({ stage }) => stage === 'prod')?.settings?.limits

test('limits of a stage are set, read back, told to gateways at once, and taken back', async () => {
  const responses = { 200: { description: 'Pets' } }
  const document = {
    openapi: '3.1.0',
    info: { title: 'Pets', version: '1' },
    paths: { '/pets': { get: { responses } } },
  }
  await server.call('POST', '/api/v1/apis?slug=pets&mode=create', document)
  const made = await server.call('PUT', prod, {
    limits: { timeoutMs: 120_000, requestBodyBytes: 52_428_800 },
  })
  expect(made).toMatchObject({ status: 200, json: { limits: { timeoutMs: 120_000 } } })
  await server.call('POST', `${prod}/deployments`, {})
  expect(limitsOf()).toEqual({ timeoutMs: 120_000, requestBodyBytes: 52_428_800 })
  // What is not named stays.
  await server.call('PUT', prod, { variables: { backend: 'a' } })
  expect(limitsOf()).toMatchObject({ timeoutMs: 120_000 })
  await server.call('PUT', prod, { limits: { urlBytes: 4_000 } })
  expect(limitsOf()).toEqual({ urlBytes: 4_000 })
  const ended = await server.call('PUT', prod, { limits: null })
  expect(ended.json).toMatchObject({ limits: null })
  expect(limitsOf()).toBeUndefined()
})

test.each([
  [{ timeoutMs: 10 }, 'limits.timeoutMs'],
  [{ timeoutMs: 1.5 }, 'limits.timeoutMs'],
  [{ bodyBytes: 10 }, 'bodyBytes'],
  [{ responseBodyBytes: 2 ** 40 }, 'limits.responseBodyBytes'],
  [{ headerBytes: 100_000 }, 'PENSTOCK_GATEWAY_HEAD_BYTES'],
])('%j is refused, naming what can not be', async (limits, named) => {
  const { status, json } = await server.call('PUT', prod, { limits })
  expect([status, json['code']]).toEqual([400, 'INVALID_INPUT'])
  expect(json['title']).toContain(named)
  expect(limitsOf()).toBeUndefined()
})
