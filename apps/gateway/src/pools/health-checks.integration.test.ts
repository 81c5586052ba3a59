import type { BundlePool } from '@penstock/bundle'
import { closedPort, httpUpstream, type Upstream } from '@penstock/testkit/upstreams'
import { expect, test } from 'vitest'
import { callUrl, handBundle, httpProxy, type TestGateway, testGateway } from '../testing.fixture.ts'

const healthCheck = {
  path: '/healthz',
  method: 'GET',
  url: 'http://orders.internal',
  intervalMs: 10,
  timeoutMs: 1_000,
  healthy: 1,
  unhealthy: 1,
}

function bundle(origins: readonly string[], more: Partial<BundlePool> = {}) {
  const pool: BundlePool = {
    name: 'orders',
    targets: origins.map((origin) => ({ origin, weight: 1 })),
    balancing: { policy: 'round_robin' },
    retries: 0,
    ...more,
  }
  return handBundle(['ANY /{proxy+}'], [httpProxy('http://orders.internal', { appendPath: true, pool })], {
    format: 7,
  })
}

/** Says its name to calls, and to checks how it is. */
async function checkedUpstream(name: string, status = 200) {
  const health = { status, hosts: new Set<string | undefined>() }
  let calls = 0
  let checks = 0
  const waiting: { count: number; resolve: () => void }[] = []
  const upstream: Upstream = await httpUpstream((request, response) => {
    if (request.url !== '/healthz') {
      calls += 1
      response.end(name)
      return
    }
    checks += 1
    health.hosts.add(request.headers.host)
    response.writeHead(health.status).end('as it is')
    for (const { count, resolve } of waiting) if (checks >= count) resolve()
  })
  return {
    ...upstream,
    health,
    calls: () => calls,
    checks: () => checks,
    /** So many more checks began, and all before the last were heard of. */
    checked: (more: number) =>
      new Promise<void>((resolve) => waiting.push({ count: checks + more, resolve })),
  }
}

async function bodies(gateway: TestGateway, count: number): Promise<string[]> {
  const answers: string[] = []
  for (let i = 0; i < count; i++) answers.push((await gateway.call('/a')).body)
  return answers
}

test('a target that fails its checks is called no more, and again when they go well', async () => {
  await using one = await checkedUpstream('one', 503)
  await using two = await checkedUpstream('two')
  await using gateway = await testGateway()
  await gateway.deploy(bundle([one.url, two.url], { healthCheck }))
  await one.checked(3)
  expect(await bodies(gateway, 4)).toEqual(['two', 'two', 'two', 'two'])
  expect(one.calls()).toBe(0)
  one.health.status = 200
  await one.checked(3)
  expect((await bodies(gateway, 4)).toSorted()).toEqual(['one', 'one', 'two', 'two'])
  expect([...one.health.hosts]).toEqual(['orders.internal'])
})

test('a target that takes no connection is found out before a call meets it', async () => {
  await using good = await checkedUpstream('good')
  const gone = `http://127.0.0.1:${await closedPort()}`
  await using gateway = await testGateway()
  await gateway.deploy(bundle([gone, good.url], { healthCheck }))
  await good.checked(10)
  const metrics = async () => (await callUrl(`${gateway.gateway.adminUrl}/metrics`)).body.split('\n')
  const said = (origin: string, value: number) =>
    `penstock_upstream_healthy{api="orders",upstream="orders",target="${origin}"} ${value}`
  await expect.poll(metrics).toEqual(expect.arrayContaining([said(gone, 0), said(good.url, 1)]))
  expect(new Set(await bodies(gateway, 4))).toEqual(new Set(['good']))
})

test('the control plane is told of each target how it is, and when that changes', async () => {
  await using one = await checkedUpstream('one', 503)
  await using two = await checkedUpstream('two')
  await using gateway = await testGateway()
  const began = Date.now()
  await gateway.deploy(bundle([one.url, two.url], { healthCheck }))
  const told = () => gateway.controlPlane.healthReports.at(-1)
  const of = { api: 'orders', stage: 'dev', upstream: 'orders' }
  const healthy = { ...of, target: two.url, state: 'healthy' }
  await expect.poll(told).toEqual({
    node: gateway.gateway.node,
    targets: [
      { ...of, target: one.url, state: 'unhealthy', since: expect.any(Number), error: 'answered 503' },
      healthy,
    ],
  })
  const since = told()?.targets[0]?.since ?? 0
  expect(since).toBeGreaterThanOrEqual(began - 1)
  expect(since).toBeLessThanOrEqual(Date.now() + 1)
  one.health.status = 200
  await expect.poll(() => told()?.targets).toEqual([{ ...healthy, target: one.url }, healthy])
})

test('the control plane is told which target is left out, and why', async () => {
  await using gateway = await testGateway({ now: () => 0 })
  const gone = `http://127.0.0.1:${await closedPort()}`
  const ejection = { failures: 1, forMs: 1_000, maxMs: 1_000 }
  await gateway.deploy(bundle([gone], { ejection }))
  await gateway.call('/a')
  await expect
    .poll(() => gateway.controlPlane.healthReports.at(-1)?.targets)
    .toEqual([
      expect.objectContaining({
        target: gone,
        state: 'left_out',
        error: expect.stringContaining('ECONNREFUSED'),
      }),
    ])
})

test('where all are unhealthy all are called', async () => {
  await using one = await checkedUpstream('one', 503)
  await using two = await checkedUpstream('two', 503)
  await using gateway = await testGateway()
  await gateway.deploy(bundle([one.url, two.url], { healthCheck }))
  await Promise.all([one.checked(3), two.checked(3)])
  expect((await bodies(gateway, 4)).toSorted()).toEqual(['one', 'one', 'two', 'two'])
})

test('what checks have shown is known after a deployment that leaves them as they are', async () => {
  await using one = await checkedUpstream('one', 503)
  await using two = await checkedUpstream('two')
  await using gateway = await testGateway()
  await gateway.deploy(bundle([one.url, two.url], { healthCheck }))
  await one.checked(3)
  await gateway.deploy(bundle([one.url, two.url], { healthCheck, retries: 1 }), { version: 2 })
  expect(await bodies(gateway, 2)).toEqual(['two', 'two'])
})

test('nothing is checked that does not say so, and no more what is served no more', async () => {
  await using checked = await checkedUpstream('checked')
  await using plain = await checkedUpstream('plain')
  await using gateway = await testGateway()
  await gateway.deploy(bundle([plain.url]))
  await gateway.deploy(bundle([checked.url], { healthCheck }), { stage: 'test' })
  await checked.checked(3)
  expect(plain.checks()).toBe(0)
  await gateway.deploy(bundle([checked.url]), { stage: 'test', version: 2 })
  const before = checked.checks()
  await gateway.deploy(bundle([plain.url], { healthCheck }), { version: 2 })
  await plain.checked(5)
  // One may have been on its way.
  expect(checked.checks()).toBeLessThanOrEqual(before + 1)
})
