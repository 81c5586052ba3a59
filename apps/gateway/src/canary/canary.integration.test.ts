import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Bundle, CanaryState } from '@penstock/bundle'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { startGateway } from '../start-gateway.ts'
import {
  callUrl,
  handBundle,
  packed,
  type TestGateway,
  testGateway,
  testOptions,
} from '../testing.fixture.ts'

let dataDirectory: string
beforeEach(async () => {
  dataDirectory = await mkdtemp(join(tmpdir(), 'penstock-canary-'))
})
afterEach(() => rm(dataDirectory, { recursive: true, force: true }))

/** Two routes that say which content, which side and which variable they are of. */
function saying(word: string): Bundle {
  const template = `${word} $context.isCanaryRequest $!stageVariables.v`
  const mock = {
    kind: 'mock' as const,
    requestTemplates: { 'application/json': '{"statusCode": 200}' },
    responses: [{ pattern: null, status: 200, templates: { 'application/json': template } }],
  }
  return handBundle(['GET /a', 'GET /b'], [mock])
}

/** A stage with `base` as v1 and `canary` as v2. */
async function split(
  test: TestGateway,
  { base = saying('base'), canary = saying('canary'), ...more }: Partial<Contents & CanaryState> = {},
) {
  const { hash, bytes } = packed(canary)
  test.controlPlane.bundles.set(hash, bytes)
  return test.deploy(base, {
    settings: { variables: { v: 'own' } },
    canary: {
      bundle: hash,
      version: 2,
      deployment: 'dep_2',
      percentTraffic: 100,
      seed: 'dep_2',
      variables: { v: 'other' },
      ...more,
    },
  })
}
interface Contents {
  base: Bundle
  canary: Bundle
}

/** What a call was answered, and by which deployment. */
async function said(test: TestGateway, headers: Record<string, string> = {}) {
  const { body, headers: got } = await test.call('/a', { headers })
  return `${String(got['x-penstock-deployment'])} ${body}`
}

test('at 0 percent the base answers, at 100 the canary, each with its own variables; the change fetches nothing', async () => {
  await using test = await testGateway()
  await split(test, { percentTraffic: 0 })
  expect(await said(test)).toBe('v1 base false own')
  await split(test, { percentTraffic: 100 })
  expect(await said(test)).toBe('v2 canary true other')
  expect([...test.controlPlane.fetched.values()]).toEqual([1, 1])
})

test('without a canary there is no $context.isCanaryRequest', async () => {
  await using test = await testGateway()
  await test.deploy(saying('alone'), { settings: { variables: { v: 'own' } } })
  expect(await said(test)).toBe('v1 alone  own')
})

test('by chance both sides answer the same caller, each request wholly by one of them', async () => {
  await using test = await testGateway()
  await split(test, { percentTraffic: 50 })
  const answers: string[] = []
  for (let i = 0; i < 100; i++) answers.push(await said(test))
  expect(new Set(answers)).toEqual(new Set(['v1 base false own', 'v2 canary true other']))
})

test('with a header that tells callers apart each stays on one side, and no growth takes one back', async () => {
  await using test = await testGateway()
  const users = Array.from({ length: 40 }, (_, at) => ({ 'x-user': `u${at}` }))
  let before = new Set<number>()
  for (const percentTraffic of [10, 50, 90]) {
    await split(test, { percentTraffic, sticky: { by: 'header', name: 'X-User' } })
    const now = new Set<number>()
    for (const [at, user] of users.entries()) {
      const [first, second] = [await said(test, user), await said(test, user)]
      expect(first).toBe(second)
      if (first.startsWith('v2')) now.add(at)
    }
    expect([...before].filter((at) => !now.has(at))).toEqual([])
    expect(now.size).toBeGreaterThan(before.size)
    before = now
  }
})

test('fifty changes of canary and percentage under load: no call fails, none is answered by two deployments', async () => {
  await using test = await testGateway()
  await split(test)
  let done = false
  const answers: string[] = []
  const caller = async () => {
    while (!done) answers.push(await said(test))
  }
  const callers = [caller(), caller(), caller()]
  for (let at = 0; at < 50; at++)
    await split(test, {
      canary: saying(`canary${at % 5}`),
      version: 10 + (at % 5),
      deployment: `dep_${10 + (at % 5)}`,
      percentTraffic: (at * 7) % 101,
    })
  done = true
  await Promise.all(callers)
  const whole = /^(v1 base false own|v2 canary true other|v1(\d) canary\2 true other)$/
  expect(answers.filter((answer) => !whole.test(answer))).toEqual([])
  expect(new Set(answers).size).toBeGreaterThan(3)
})

test('a canary that does not load leaves all requests to the base, and the ack says why', async () => {
  await using test = await testGateway()
  const { hash: base } = packed(saying('base'))
  const ack = await split(test, { bundle: 'no-such-bundle-at-all-000000' })
  expect(ack.stages).toEqual([
    {
      api: 'orders',
      stage: 'dev',
      bundle: base,
      canary: { bundle: null, error: { code: 'BUNDLE_NOT_FOUND', message: expect.any(String) } },
    },
  ])
  expect(await said(test)).toBe('v1 base  own')
})

test('a base that does not load is refused alone: the old one serves on beside its canary', async () => {
  await using test = await testGateway()
  await split(test, { percentTraffic: 0 })
  const { hash } = packed(saying('canary'))
  const canary = {
    bundle: hash,
    version: 2,
    deployment: 'dep_2',
    percentTraffic: 0,
    seed: 's',
    variables: {},
  }
  const wanted = { api: 'orders', stage: 'dev', version: 3, deployment: 'dep_3', canary }
  const settings = { variables: { v: 'new' } }
  const ack = await test.controlPlane.want({ ...wanted, bundle: 'no-such-bundle-at-all-000000', settings })
  expect(ack.stages[0]).toMatchObject({
    bundle: packed(saying('base')).hash,
    error: { code: 'BUNDLE_NOT_FOUND' },
    canary: { bundle: hash },
  })
  expect(await said(test)).toBe('v1 base false new')
})

test('a canary that the control plane holds goes on, with its percentage; another deployment of it does not', async () => {
  await using test = await testGateway()
  await split(test)
  await split(test, { bundle: null })
  expect(await said(test)).toBe('v2 canary true other')
  await split(test, { bundle: null, percentTraffic: 0 })
  expect(await said(test)).toBe('v1 base false own')
  const ack = await split(test, { bundle: null, version: 3, deployment: 'dep_3' })
  expect(ack.stages[0]?.canary).toEqual({ bundle: null })
  expect(await said(test)).toBe('v1 base  own')
})

test('a gateway that starts without its control plane serves both sides from its disk', async () => {
  {
    await using test = await testGateway({ dataDirectory })
    await split(test)
  }
  const gateway = await startGateway({ ...testOptions, serverUrl: 'http://127.0.0.1:1', dataDirectory })
  try {
    const { body } = await callUrl(`${gateway.url}/orders/dev/a`)
    expect(body).toBe('canary true other')
  } finally {
    await gateway.close()
  }
})

test('a route that only one side has is not found on the other', async () => {
  await using test = await testGateway()
  const more = saying('more')
  const canary = handBundle(['GET /a', 'GET /new'], more.integrations)
  await split(test, { canary })
  expect((await test.call('/new')).status).toBe(200)
  await split(test, { canary, percentTraffic: 0 })
  expect((await test.call('/new')).status).toBe(404)
})

test('metrics and the record of a request say that the canary answered', async () => {
  await using test = await testGateway()
  await split(test)
  await test.call('/a')
  await split(test, { percentTraffic: 0 })
  await test.call('/a')
  const records = await test.controlPlane.recorded(2)
  expect(records.map(({ version, canary }) => [version, canary])).toEqual([
    [2, true],
    [1, undefined],
  ])
  const { body } = await callUrl(`${test.gateway.adminUrl}/metrics`)
  expect(body).toContain('penstock_requests_total{api="orders",stage="dev",canary="true",status="2xx"} 1')
  expect(body).toContain('penstock_requests_total{api="orders",stage="dev",status="2xx"} 1')
})

test('the sides of a cached stage never answer with what the other keeps, also where they are of one bundle', async () => {
  await using test = await testGateway()
  const cache = { enabled: true }
  const own = { settings: { variables: { v: 'own' }, cache } }
  const same = saying('same')
  const at = (percentTraffic: number) =>
    test.deploy(same, {
      ...own,
      canary: {
        bundle: packed(same).hash,
        version: 2,
        deployment: 'dep_2',
        percentTraffic,
        seed: 'dep_2',
        variables: { v: 'other' },
      },
    })
  const bodies: string[] = []
  for (const percent of [0, 100, 0, 100]) {
    await at(percent)
    bodies.push((await test.call('/a')).body)
  }
  expect(bodies).toEqual(['same false own', 'same true other', 'same false own', 'same true other'])
  const metrics = await (await fetch(`${test.gateway.adminUrl}/metrics`)).text()
  expect(metrics).toContain('stage="dev",cache="hit"} 1')
  expect(metrics).toContain('canary="true",cache="hit"} 1')
})
