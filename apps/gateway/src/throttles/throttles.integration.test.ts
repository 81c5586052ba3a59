import { expect, test } from 'vitest'
import { handBundle, type TestGateway, testGateway } from '../testing.fixture.ts'

const mock = {
  kind: 'mock',
  requestTemplates: { 'application/json': '{"statusCode": 200}' },
  passthrough: 'WHEN_NO_MATCH',
  responses: [{ status: 200, pattern: null, parameters: {}, templates: {} }],
} as never
const bundle = handBundle(['GET /a', 'GET /b'], [mock])
const limitedTo = (throttle: object) => ({ settings: { variables: {}, throttle } })
const statusesOf = async (test: TestGateway, path: string, calls: number) => {
  const statuses: number[] = []
  for (let call = 0; call < calls; call++) statuses.push((await test.call(path)).status)
  return statuses
}

test('the limit of a stage is that of each method by itself, and a method that is named has its own', async () => {
  let now = 0
  await using test = await testGateway({ now: () => now })
  const throttle = {
    rateLimit: 1,
    burstLimit: 1,
    methods: { 'GET /b': { rateLimit: 0.5, burstLimit: 3 } },
  }
  await test.deploy(bundle, limitedTo(throttle))
  expect(await statusesOf(test, '/a', 2)).toEqual([200, 429])
  expect(await statusesOf(test, '/b', 4)).toEqual([200, 200, 200, 429])
  expect((await test.call('/b')).headers).toMatchObject({
    'retry-after': '2',
    'ratelimit-policy': '"method";q=3;w=6',
  })
  now = 2_000
  expect(await statusesOf(test, '/a', 2)).toEqual([200, 429])
  expect(await statusesOf(test, '/b', 2)).toEqual([200, 429])
})

test('a limit takes effect and ends without a deployment, and one that lets nothing through names no time', async () => {
  await using test = await testGateway({ now: () => 0 })
  await test.deploy(bundle)
  expect(await statusesOf(test, '/a', 3)).toEqual([200, 200, 200])
  await test.deploy(bundle, limitedTo({ rateLimit: 0, burstLimit: 0 }))
  const closed = await test.call('/a')
  expect(closed.status).toBe(429)
  expect(closed.headers).not.toHaveProperty('retry-after')
  await test.deploy(bundle)
  expect(await statusesOf(test, '/a', 3)).toEqual([200, 200, 200])
})
