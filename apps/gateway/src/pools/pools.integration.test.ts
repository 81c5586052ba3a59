import type { BundleIntegration, BundlePool } from '@penstock/bundle'
import {
  closedPort,
  droppingUpstream,
  echoUpstream,
  hangingUpstream,
  httpUpstream,
  type Upstream,
} from '@penstock/testkit/upstreams'
import { describe, expect, test } from 'vitest'
import { httpCoreNamed } from '../wire/http-core.ts'
import { type Answer, callUrl, handBundle, httpProxy, testGateway } from '../testing.fixture.ts'

function pooled(
  targets: readonly (string | BundlePool['targets'][number])[],
  more: Partial<BundlePool> = {},
) {
  const pool: BundlePool = {
    name: 'orders',
    targets: targets.map((target) => (typeof target === 'string' ? { origin: target, weight: 1 } : target)),
    balancing: { policy: 'round_robin' },
    retries: 1,
    ...more,
  }
  return httpProxy('http://orders.internal/v1', { appendPath: true, pool })
}

/** Node's server hands every body over as a stream, which nobody can send twice. */
const streamsBodies = httpCoreNamed(process.env['PENSTOCK_GATEWAY_HTTP']) === 'node'

function bundle(integration: BundleIntegration) {
  return handBundle(['ANY /{proxy+}'], [integration], { format: 6 })
}

/** Says its name, and counts. */
async function namedUpstream(name: string, status = 200): Promise<Upstream & { calls(): number }> {
  let calls = 0
  const upstream = await httpUpstream((request, response) => {
    calls += 1
    request.resume()
    request.on('end', () => response.writeHead(status).end(name))
  })
  return { ...upstream, calls: () => calls }
}

async function several(count: number, call: () => Promise<Answer>): Promise<Answer[]> {
  const answers: Answer[] = []
  for (let i = 0; i < count; i++) answers.push(await call())
  return answers
}

function statuses(answers: readonly Answer[]): number[] {
  return [...new Set(answers.map(({ status }) => status))]
}

test('calls are shared out by weight', async () => {
  await using one = await namedUpstream('one')
  await using two = await namedUpstream('two')
  await using gateway = await testGateway()
  await gateway.deploy(bundle(pooled([{ origin: one.url, weight: 3 }, two.url])))
  await several(8, () => gateway.call('/a'))
  expect([one.calls(), two.calls()]).toEqual([6, 2])
})

test('a target is called by the name and path of the service', async () => {
  await using echo = await echoUpstream()
  await using gateway = await testGateway()
  await gateway.deploy(bundle(pooled([echo.url])))
  const { body } = await gateway.call('/a?b=c')
  expect(JSON.parse(body)).toMatchObject({ target: '/v1/a?b=c', headers: { host: 'orders.internal' } })
})

test('calls with the same header go to the same target, over deployments', async () => {
  await using one = await namedUpstream('one')
  await using two = await namedUpstream('two')
  await using three = await namedUpstream('three')
  await using gateway = await testGateway()
  const balancing = { policy: 'consistent_hash', by: 'header', name: 'X-User' } as const
  const users = Array.from({ length: 12 }, (_, at) => `user-${at}`)
  const bodies = () =>
    Promise.all(users.map(async (user) => (await gateway.call('/a', { headers: { 'x-user': user } })).body))
  await gateway.deploy(bundle(pooled([one.url, two.url, three.url], { balancing })))
  const before = await bodies()
  await gateway.deploy(bundle(pooled([three.url, two.url, one.url], { balancing })), { version: 2 })
  expect(await bodies()).toEqual(before)
  expect(new Set(before)).toEqual(new Set(['one', 'two', 'three']))
})

describe('when one of three targets fails', () => {
  const failing: Record<string, () => Promise<Upstream>> = {
    'takes no connection': async () => ({
      url: `http://127.0.0.1:${await closedPort()}`,
      port: 0,
      [Symbol.asyncDispose]: () => Promise.resolve(),
    }),
    'resets connections': droppingUpstream,
    hangs: hangingUpstream,
    'answers 503': () => namedUpstream('broken', 503),
  }

  test.each(Object.keys(failing))('no idempotent call fails: it %s', async (way) => {
    await using broken = await failing[way]!()
    await using one = await namedUpstream('one')
    await using two = await namedUpstream('two')
    await using gateway = await testGateway()
    const rules = { tryTimeoutMs: 100, retryStatuses: [503] }
    await gateway.deploy(bundle(pooled([broken.url, one.url, two.url], rules)))
    const calls = ['GET', 'PUT', 'DELETE'].flatMap((method) => Array.from({ length: 3 }, () => method))
    const answers: Answer[] = []
    for (const method of calls) answers.push(await gateway.call('/a', { method }))
    expect(statuses(answers)).toEqual([200])
  })

  test.each(['resets connections', 'hangs', 'answers 503'])(
    'a POST that was sent is never sent again: it %s',
    async (way) => {
      await using broken = await failing[way]!()
      await using other = await namedUpstream('other')
      await using gateway = await testGateway()
      const rules = { tryTimeoutMs: 100, retryStatuses: [503] }
      await gateway.deploy(bundle(pooled([broken.url, other.url], rules)))
      const { status } = await gateway.call('/a', { method: 'POST', body: 'charge' })
      expect(status).toBeGreaterThanOrEqual(500)
      expect(other.calls()).toBe(0)
    },
  )

  test.skipIf(streamsBodies)('a PUT is sent again with its body', async () => {
    await using broken = await failing['resets connections']!()
    await using echo = await echoUpstream()
    await using gateway = await testGateway()
    await gateway.deploy(bundle(pooled([broken.url, echo.url])))
    const { status, body } = await gateway.call('/a', { method: 'PUT', body: 'order' })
    expect([status, JSON.parse(body).body]).toEqual([200, 'order'])
  })

  test.skipIf(streamsBodies)('a POST of which nothing was sent goes to another', async () => {
    await using broken = await failing['takes no connection']!()
    await using echo = await echoUpstream()
    await using gateway = await testGateway()
    await gateway.deploy(bundle(pooled([broken.url, echo.url])))
    const { status, body } = await gateway.call('/a', { method: 'POST', body: 'charge' })
    expect([status, JSON.parse(body).body]).toEqual([200, 'charge'])
  })

  test('its record says which targets were called, and which one answered', async () => {
    await using broken = await failing['takes no connection']!()
    await using good = await namedUpstream('good')
    await using gateway = await testGateway()
    await gateway.deploy(bundle(pooled([broken.url, good.url])))
    await several(2, () => gateway.call('/a'))
    const records = await gateway.controlPlane.recorded(2)
    const told = records.map(({ targets }) => targets)
    expect(told).toContainEqual([broken.url, good.url])
    expect(told.every((targets) => targets?.at(-1) === good.url)).toBe(true)
  })

  test('a call that fails at all of them names each in its record', async () => {
    await using one = await failing['takes no connection']!()
    await using two = await failing['takes no connection']!()
    await using gateway = await testGateway()
    await gateway.deploy(bundle(pooled([one.url, two.url])))
    expect((await gateway.call('/a')).status).toBe(502)
    const [record] = await gateway.controlPlane.recorded(1)
    expect(record?.targets?.slice(0, 2)).toEqual([one.url, two.url])
  })

  test('without retries the call fails and names the target', async () => {
    await using broken = await failing['takes no connection']!()
    await using gateway = await testGateway()
    await gateway.deploy(bundle(pooled([broken.url], { retries: 0 })))
    const { status } = await gateway.call('/a')
    expect(status).toBe(502)
    const [record] = await gateway.controlPlane.recorded(1)
    expect(record?.error?.cause).toContain(broken.url)
  })
})

describe('ejection', () => {
  const ejection = { failures: 2, forMs: 1_000, maxMs: 60_000 }

  test('a target that fails is called no more until its time is over, also over a deployment', async () => {
    let now = 0
    await using broken = await namedUpstream('broken', 500)
    await using good = await namedUpstream('good')
    await using gateway = await testGateway({ now: () => now })
    const deployed = pooled([broken.url, good.url], { ejection })
    await gateway.deploy(bundle(deployed))
    await several(10, () => gateway.call('/a'))
    expect(broken.calls()).toBe(2)
    await gateway.deploy(bundle({ ...deployed, timeoutMs: 4_000 } as BundleIntegration), { version: 2 })
    expect(statuses(await several(4, () => gateway.call('/a')))).toEqual([200])
    now = 1_000
    await several(4, () => gateway.call('/a'))
    expect(broken.calls()).toBe(3)
  })

  test('where all are left out all are called', async () => {
    await using one = await namedUpstream('one', 500)
    await using two = await namedUpstream('two', 500)
    await using gateway = await testGateway({ now: () => 0 })
    await gateway.deploy(bundle(pooled([one.url, two.url], { ejection })))
    await several(8, () => gateway.call('/a'))
    expect([one.calls(), two.calls()]).toEqual([4, 4])
  })

  test('when the time is over one call tries the target, and others wait for what it shows', async () => {
    let now = 0
    const held: (() => void)[] = []
    let isBroken = true
    let calls = 0
    await using tried = await httpUpstream((_, response) => {
      calls += 1
      if (isBroken) response.writeHead(500).end()
      else held.push(() => response.end('tried'))
    })
    await using good = await namedUpstream('good')
    await using gateway = await testGateway({ now: () => now })
    await gateway.deploy(bundle(pooled([tried.url, good.url], { ejection })))
    await several(4, () => gateway.call('/a'))
    expect(calls).toBe(2)
    isBroken = false
    now = 1_000
    const both = [gateway.call('/a'), gateway.call('/a')]
    await expect.poll(() => held.length).toBe(1)
    expect((await Promise.race(both)).body).toBe('good')
    const meanwhile = await several(4, () => gateway.call('/a'))
    expect(meanwhile.map(({ body }) => body)).toEqual(['good', 'good', 'good', 'good'])
    expect(calls).toBe(3)
    held[0]?.()
    expect((await Promise.all(both)).map(({ body }) => body).toSorted()).toEqual(['good', 'tried'])
  })

  test('a trial that its client gives up shows nothing, and the next call is the trial', async () => {
    let now = 0
    let answers: 'broken' | 'never' | 'well' = 'broken'
    const asked: string[] = []
    await using tried = await httpUpstream((_, response) => {
      asked.push(answers)
      if (answers === 'broken') response.writeHead(500).end()
      if (answers === 'well') response.end('tried')
    })
    await using backup = await namedUpstream('backup')
    await using gateway = await testGateway({ now: () => now })
    await gateway.deploy(
      bundle(pooled([tried.url, { origin: backup.url, weight: 1, backup: true }], { ejection })),
    )
    await several(2, () => gateway.call('/a'))
    now = 1_000
    answers = 'never'
    const givingUp = new AbortController()
    const trial = gateway.call('/a', { signal: givingUp.signal }).catch(() => null)
    await expect.poll(() => asked.length).toBe(3)
    expect((await gateway.call('/a')).body).toBe('backup')
    answers = 'well'
    givingUp.abort()
    await trial
    await expect.poll(async () => (await gateway.call('/a')).body).toBe('tried')
  })

  test('no more targets are left out together than may be', async () => {
    await using one = await namedUpstream('one', 500)
    await using two = await namedUpstream('two', 500)
    await using three = await namedUpstream('three', 500)
    const broken = [one, two, three]
    await using good = await namedUpstream('good')
    await using gateway = await testGateway({ now: () => 0 })
    const urls = [...broken, good].map(({ url }) => url)
    const rules = { ejection: { ...ejection, maxPercent: 50 }, retries: 0 }
    await gateway.deploy(bundle(pooled(urls, rules)))
    await several(40, () => gateway.call('/a'))
    const left = broken.map((upstream) => upstream.calls()).toSorted((a, b) => a - b)
    expect(left.slice(0, 2)).toEqual([2, 2])
    expect(left[2]).toBeGreaterThan(10)
  })

  test('a backup is called when the others are left out, and only then', async () => {
    await using broken = await namedUpstream('broken', 500)
    await using backup = await namedUpstream('backup')
    await using gateway = await testGateway({ now: () => 0 })
    await gateway.deploy(
      bundle(pooled([broken.url, { origin: backup.url, weight: 1, backup: true }], { ejection })),
    )
    const bodies = (await several(4, () => gateway.call('/a'))).map(({ body }) => body)
    expect(bodies).toEqual(['broken', 'broken', 'backup', 'backup'])
  })

  test('metrics tell of each target what was called, what failed and who is left out', async () => {
    await using broken = await namedUpstream('broken', 500)
    await using gateway = await testGateway({ now: () => 0 })
    await gateway.deploy(bundle(pooled([broken.url], { ejection })))
    await several(3, () => gateway.call('/a'))
    const { body } = await callUrl(`${gateway.gateway.adminUrl}/metrics`)
    const labels = `{api="orders",upstream="orders",target="${broken.url}"}`
    expect(body.split('\n')).toEqual(
      expect.arrayContaining([
        `penstock_upstream_calls_total${labels} 3`,
        `penstock_upstream_failed_total${labels} 3`,
        `penstock_upstream_active${labels} 0`,
        `penstock_upstream_available${labels} 0`,
      ]),
    )
  })
})
