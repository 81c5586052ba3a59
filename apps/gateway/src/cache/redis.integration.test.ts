import { execFile } from 'node:child_process'
import { once } from 'node:events'
import http from 'node:http'
import net, { type AddressInfo } from 'node:net'
import { promisify } from 'node:util'
import { redisAvailable, startRedis } from '@penstock/testkit/redis'
import { Redis } from 'ioredis'
import { describe, expect, test } from 'vitest'
import type { Log } from '../log.ts'
import { handBundle, httpProxy, type TestGateway, testGateway } from '../testing.fixture.ts'
import { patient, untilHealth, untilHealthy } from './cache-stores.fixture.ts'

const cache = { enabled: true, ttlSeconds: 100 }
const settings = { settings: { variables: {}, cache } }

/** A backend that counts its calls. */
async function backend(body = '') {
  let calls = 0
  const server = http.createServer((_request, response) => response.end(`answer ${++calls}${body}`))
  await once(server.listen(0, '127.0.0.1'), 'listening')
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    get calls() {
      return calls
    },
    async [Symbol.asyncDispose]() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

/** What was logged of Redis. */
function notes() {
  const lines: { level: string; message: string; reason: unknown }[] = []
  const log: Log = (level, message, fields) => {
    if (fields?.['redis'] !== undefined) lines.push({ level, message, reason: fields['reason'] })
  }
  return { lines, log, messages: () => lines.map(({ level, message }) => `${level}: ${message}`) }
}

const up = 'info: answers are shared by Redis'
const away = 'warn: Redis is away: requests are answered by their integrations'

async function deployed(test: TestGateway, url: string): Promise<void> {
  await test.deploy(handBundle(['GET /a'], [httpProxy(url)]), settings)
}

async function metric(test: TestGateway, name: string): Promise<number> {
  const text = await (await fetch(`${test.gateway.adminUrl}/metrics`)).text()
  return Number(new RegExp(`^${name} (\\d+)$`, 'm').exec(text)?.[1])
}

/** Calls for many answers, some of which are kept, until it is told to end. Each call is its status and its milliseconds. */
function load(test: TestGateway) {
  const calls: { status: number; ms: number }[] = []
  let isOver = false
  const one = async () => {
    while (!isOver) {
      const began = performance.now()
      const { status } = await test.call(`/a?x=${calls.length % 50}`).catch(() => ({ status: 0 }))
      calls.push({ status, ms: performance.now() - began })
    }
  }
  const callers = Array.from({ length: 8 }, one)
  return {
    calls,
    more: (count: number) => {
      const goal = calls.length + count
      return expect.poll(() => calls.length, { timeout: 20_000, interval: 5 }).toBeGreaterThan(goal)
    },
    async end() {
      isOver = true
      await Promise.all(callers)
      return {
        failed: calls.filter(({ status }) => status !== 200),
        slowest: Math.max(...calls.map(({ ms }) => ms)),
      }
    },
  }
}

/** Answers that nothing is there, and never that something was written. */
async function forgetful() {
  const answers: Readonly<Record<string, string>> = {
    info: '$19\r\nredis_version:7.0.0\r\n',
    get: '$-1\r\n',
    set: '',
  }
  const server = net.createServer((socket) => {
    socket.on('error', () => undefined)
    socket.on('data', (chunk) => {
      for (const [, name = ''] of chunk.toString('latin1').matchAll(/\*\d+\r\n\$\d+\r\n([a-z]+)\r\n/gi))
        socket.write(answers[name.toLowerCase()] ?? '+OK\r\n')
    })
  })
  await once(server.listen(0, '127.0.0.1'), 'listening')
  return {
    url: `redis://127.0.0.1:${(server.address() as AddressInfo).port}`,
    async [Symbol.asyncDispose]() {
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

test('what a Redis never says it has is given until it ends, and no longer', async () => {
  await using backing = await backend()
  await using redis = await forgetful()
  await using node = await testGateway({ redis: patient(redis.url) })
  await untilHealthy(node)
  const brief = { settings: { variables: {}, cache: { enabled: true, ttlSeconds: 1 } } }
  await node.deploy(handBundle(['GET /a'], [httpProxy(backing.url)]), brief)
  expect((await node.call('/a')).body).toBe('answer 1')
  expect((await node.call('/a')).body).toBe('answer 1')
  await expect.poll(async () => (await node.call('/a')).body, { timeout: 4_000 }).toBe('answer 2')
})

describe.runIf(redisAvailable() || process.env['CI'] === 'true')(
  'answers that nodes share by a Redis',
  () => {
    test('what one node keeps another one gives, and a flush holds for both', async () => {
      await using backing = await backend()
      await using redis = await startRedis()
      await using one = await testGateway({ redis: patient(redis.url) })
      await using other = await testGateway({ redis: patient(redis.url) })
      for (const node of [one, other]) {
        await untilHealthy(node)
        await deployed(node, backing.url)
      }
      const headers = { 'X-Mine': 'secret' }
      const first = await one.call('/a?x=1', { headers })
      await expect.poll(async () => (await other.call('/a?x=1')).body).toBe(first.body)
      expect(backing.calls).toBe(1)

      const flushed = { settings: { variables: {}, cache: { ...cache, flushedAt: 1 } } }
      for (const node of [one, other])
        await node.deploy(handBundle(['GET /a'], [httpProxy(backing.url)]), flushed)
      expect((await other.call('/a?x=1')).body).toBe('answer 2')
      await expect.poll(async () => (await one.call('/a?x=1')).body).toBe('answer 2')
    })

    test('what is kept ends by itself, and its name tells nothing of a request', async () => {
      await using backing = await backend()
      await using redis = await startRedis()
      await using node = await testGateway({ redis: patient(redis.url) })
      await untilHealthy(node)
      await deployed(node, backing.url)
      await node.call('/a?token=secret')
      const client = new Redis(redis.url)
      try {
        await expect.poll(() => client.dbsize()).toBe(1)
        const [name = ''] = await client.keys('*')
        expect(name).toMatch(/^penstock:answer:1:[\w-]{43}$/)
        const left = await client.pttl(name)
        expect(left).toBeGreaterThan(90_000)
        expect(left).toBeLessThanOrEqual(100_000)
      } finally {
        client.disconnect()
      }
    })

    test('killed under load, Redis fails no request; it is said once, and once more when it is back', async () => {
      await using backing = await backend()
      const said = notes()
      const redis = await startRedis()
      await using node = await testGateway({ redis: patient(redis.url), log: said.log })
      await untilHealthy(node)
      await deployed(node, backing.url)
      const traffic = load(node)
      await traffic.more(200)
      const shared = backing.calls
      expect(shared).toBe(50)
      redis.signal('SIGKILL')
      await traffic.more(500)
      await untilHealth(node.gateway.adminUrl, (text) => text.startsWith('ok\nRedis at 127.0.0.1'))
      expect(await metric(node, 'penstock_cache_redis_up')).toBe(0)
      expect(backing.calls).toBeGreaterThan(shared + 100)
      await redis[Symbol.asyncDispose]()

      await using again = await startRedis({ port: redis.port })
      await untilHealthy(node)
      await traffic.more(500)
      const { failed, slowest } = await traffic.end()
      expect(failed).toEqual([])
      expect(slowest).toBeLessThan(5_000)
      expect(said.messages()).toEqual([up, away, up])
      const before = backing.calls
      await expect
        .poll(async () => (await node.call('/a?x=1')).body === (await node.call('/a?x=1')).body)
        .toBe(true)
      expect(backing.calls - before).toBeLessThan(10)
      expect(again.port).toBe(redis.port)
    })

    test('a Redis that hangs holds requests up for a moment, and then no more', async () => {
      await using backing = await backend()
      const said = notes()
      await using redis = await startRedis()
      await using node = await testGateway({ redis: { url: redis.url }, log: said.log })
      await untilHealthy(node)
      await deployed(node, backing.url)
      redis.signal('SIGSTOP')
      const traffic = load(node)
      await untilHealth(node.gateway.adminUrl, (text) => text.includes('no answer within 50 ms'))
      await traffic.more(200)
      const { failed, slowest } = await traffic.end()
      expect(failed).toEqual([])
      expect(slowest).toBeLessThan(5_000)
      const failedReads = await metric(node, 'penstock_cache_redis_failed_reads_total')
      for (let x = 0; x < 20; x++) expect((await node.call(`/a?x=${x}`)).status).toBe(200)
      expect(await metric(node, 'penstock_cache_redis_failed_reads_total')).toBe(failedReads)
      redis.signal('SIGCONT')
      await untilHealthy(node)
      expect(said.messages()).toEqual([up, away, up])
    })

    test('a Redis that is full keeps nothing more, and gives what it has', async () => {
      await using backing = await backend('x'.repeat(100_000))
      const said = notes()
      await using redis = await startRedis({ maxMemory: '3mb' })
      await using node = await testGateway({ redis: patient(redis.url), log: said.log })
      await untilHealthy(node)
      await deployed(node, backing.url)
      const first = await node.call('/a?x=first')
      for (let x = 0; x < 60; x++) expect((await node.call(`/a?x=${x}`)).status).toBe(200)
      await untilHealth(node.gateway.adminUrl, (text) => text.includes('keeps nothing more (OOM'))
      expect(await metric(node, 'penstock_cache_redis_refuses_writes')).toBe(1)
      expect(await metric(node, 'penstock_cache_redis_up')).toBe(1)
      expect((await node.call('/a?x=first')).body).toBe(first.body)

      // What is renewed and can't be kept is not what was there before.
      const renewing = { settings: { variables: {}, cache: { ...cache, requireAuthorization: false } } }
      await node.deploy(handBundle(['GET /a'], [httpProxy(backing.url)]), renewing)
      const renewed = await node.call('/a?x=first', { headers: { 'Cache-Control': 'max-age=0' } })
      expect(renewed.body).not.toBe(first.body)
      await expect.poll(async () => (await node.call('/a?x=first')).body).not.toBe(first.body)

      const client = new Redis(redis.url)
      await client.flushall()
      client.disconnect()
      await expect
        .poll(
          async () => {
            await node.call(`/a?x=${backing.calls}`)
            return metric(node, 'penstock_cache_redis_refuses_writes')
          },
          { timeout: 5_000 },
        )
        .toBe(0)
      expect(said.messages()).toEqual([
        up,
        'warn: Redis keeps nothing more',
        'info: Redis keeps answers again',
      ])
    })

    test('a wrong password is said without it, and requests are served', async () => {
      await using backing = await backend()
      const said = notes()
      await using redis = await startRedis({ password: 'right-secret' })
      await using node = await testGateway({
        redis: { url: `redis://:wrong-secret@127.0.0.1:${redis.port}` },
        log: said.log,
      })
      await untilHealth(node.gateway.adminUrl, (text) => text.includes('is away'))
      await deployed(node, backing.url)
      expect((await node.call('/a')).status).toBe(200)
      expect(said.messages()).toEqual([away])
      const told = await (await fetch(`${node.gateway.adminUrl}/healthz`)).text()
      expect(told).toContain('WRONGPASS')
      expect(JSON.stringify(said.lines) + told).not.toContain('secret')
    })

    test('what somebody else wrote there is no answer', async () => {
      await using backing = await backend()
      await using redis = await startRedis()
      await using node = await testGateway({ redis: patient(redis.url) })
      await untilHealthy(node)
      await deployed(node, backing.url)
      await node.call('/a')
      const client = new Redis(redis.url)
      try {
        await expect.poll(() => client.dbsize()).toBe(1)
        const [name = ''] = await client.keys('*')
        await client.set(name, 'nonsense')
        expect((await node.call('/a')).body).toBe('answer 2')
      } finally {
        client.disconnect()
      }
    })
  },
)

test('a gateway that is not told a Redis loads no client of one', async () => {
  const script = `
    import { createRequire } from 'node:module'
    await import('@penstock/gateway')
    const { cache } = createRequire(process.cwd() + '/x.js')
    console.log(Object.keys(cache).filter((path) => path.includes('ioredis')).length, Object.keys(cache).length > 0)`
  const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=module', '-e', script], {
    cwd: import.meta.dirname,
  })
  expect(stdout).toBe('0 true\n')
})
