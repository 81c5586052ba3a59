import { expect, test } from 'vitest'
import type { UpstreamHandler, UpstreamRequest, WireClient } from '../wire/client.ts'
import { HeaderLines } from '../wire/header-lines.ts'
import { HealthChecks } from './health-checks.ts'
import { usualTls } from '../wire/upstream-tls.ts'

const trace = { step: null, isReused: null, address: null, received: 0, start: '', broke: '' }

/** Checks at times that the test makes pass, of targets that answer as `status` says at once; null: not at all. */
function scene({ random = 0, status = 200 as number | null } = {}) {
  let now = 0
  const due = new Set<{ at: number; run: () => void }>()
  const sent: { at: number; request: UpstreamRequest }[] = []
  const waiting = new Set<UpstreamHandler>()
  const answering = { status }
  const client: WireClient = {
    send(request, handler) {
      sent.push({ at: now, request })
      waiting.add(handler)
      queueMicrotask(() => {
        if (answering.status === null || !waiting.delete(handler)) return
        handler.head(answering.status, new HeaderLines([]))
        handler.end()
      })
      return { resume: () => undefined, abort: () => waiting.delete(handler), trace: () => trace }
    },
    close: () => Promise.resolve(),
  }
  const checks = new HealthChecks(client, {
    now: () => now,
    after(ms, run) {
      const timer = { at: now + ms, run }
      due.add(timer)
      return () => due.delete(timer)
    },
    random: () => random,
  })
  return {
    checks,
    answering,
    waiting,
    /** When calls were sent. */
    times: () => sent.map(({ at }) => Math.round(at)),
    requests: () => sent.map(({ request }) => request),
    check: (origin: string, more: object = {}) =>
      checks.check({
        api: 'orders',
        upstream: 'shop',
        origin,
        host: 'shop.internal',
        rules: { ...rules, ...more },
        tls: usualTls,
      }),
    pass: async (ms: number) => {
      const until = now + ms
      for (;;) {
        const next = [...due].filter(({ at }) => at <= until).toSorted((a, b) => a.at - b.at)[0]
        if (next === undefined) break
        due.delete(next)
        now = next.at
        next.run()
        await Promise.resolve()
      }
      now = until
    },
  }
}

const rules = {
  path: '/healthz',
  method: 'GET',
  url: 'http://shop.internal',
  intervalMs: 1_000,
  timeoutMs: 100,
  healthy: 2,
  unhealthy: 2,
}

test('a target that is not served is never called', async () => {
  const { check, pass, times } = scene()
  check('http://10.0.0.7')
  await pass(10_000)
  expect(times()).toEqual([])
})

test('a target is called by the name of its service, at the path and within the time of its check', async () => {
  const { checks, check, pass, requests } = scene()
  checks.retain([check('http://10.0.0.7', { method: 'HEAD' })])
  await pass(0)
  expect(requests()).toEqual([
    expect.objectContaining({ origin: 'http://10.0.0.7', path: '/healthz', method: 'HEAD', timeoutMs: 100 }),
  ])
  expect(requests()[0]?.headers.slice(0, 2)).toEqual(['Host', 'shop.internal'])
})

test.each([
  [0, [0, 900, 1_800, 2_700]],
  [0.5, [500, 1_500, 2_500]],
  [0.999, [999, 2_099]],
])('chance %d spreads the checks of gateways that start together', async (random, expected) => {
  const { checks, check, pass, times } = scene({ random })
  checks.retain([check('http://10.0.0.7')])
  await pass(3_000)
  expect(times()).toEqual(expected)
})

test('what goes on being served keeps its health and its rhythm; what is served no more is not called', async () => {
  const { checks, check, pass, times } = scene({ status: 503 })
  const one = check('http://10.0.0.7')
  checks.retain([one, check('http://10.0.0.8')])
  await pass(1_000)
  expect(one.health).toMatchObject({ isHealthy: false, error: 'answered 503' })
  checks.retain([check('http://10.0.0.7')])
  expect(check('http://10.0.0.7')).toBe(one)
  expect(one.health.isHealthy).toBe(false)
  await pass(1_000)
  expect(times()).toEqual([0, 0, 900, 900, 1_800])
})

test('other rules begin anew, and so does what was not served for a while', async () => {
  const { checks, check, pass } = scene({ status: 503 })
  const one = check('http://10.0.0.7')
  checks.retain([one])
  await pass(1_000)
  const other = check('http://10.0.0.7', { path: '/ready' })
  expect(other.health.isHealthy).toBe(true)
  checks.retain([other])
  checks.retain([one])
  expect(one.health.isHealthy).toBe(true)
})

test('a check that is under way when it ends is given up', async () => {
  const { checks, check, pass, waiting } = scene({ status: null })
  checks.retain([check('http://10.0.0.7')])
  await pass(0)
  expect(waiting.size).toBe(1)
  await checks.close()
  expect(waiting.size).toBe(0)
})

test.each([
  [{}, 204, true],
  [{}, 302, true],
  [{}, 404, false],
  [{ statuses: [404] }, 404, true],
  [{ statuses: [404] }, 200, false],
])('by rules %j an answer of %d is good: %j', async (more, status, isGood) => {
  const { checks, check, pass } = scene({ status })
  const one = check('http://10.0.0.7', { unhealthy: 1, ...more })
  checks.retain([one])
  await pass(0)
  expect(one.health.isHealthy).toBe(isGood)
})
