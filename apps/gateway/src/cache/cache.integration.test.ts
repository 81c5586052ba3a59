import { once } from 'node:events'
import http from 'node:http'
import type { AddressInfo } from 'node:net'
import { describe, expect, test } from 'vitest'
import type { BundleRoute, StageCache } from '@penstock/bundle'
import { handBundle, httpProxy } from '../testing.fixture.ts'
import { cacheStores } from './cache-stores.fixture.ts'

type Answers = (request: http.IncomingMessage, response: http.ServerResponse, call: number) => void

/** A backend that counts its calls. */
async function backend(answers: Answers = (_request, response, call) => response.end(`answer ${call}`)) {
  let calls = 0
  const server = http.createServer((request, response) => answers(request, response, ++calls))
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

const route = (method: string, path: string, cache?: BundleRoute['cache']): BundleRoute => ({
  id: `met_${method}${path}`,
  resource: `res_${path}`,
  method,
  path,
  integration: 0,
  ...(cache ? { cache } : {}),
})
const amazon = { api: { compatibility: 'aws' as const } }
const withCache = (cache: StageCache) => ({ settings: { variables: {}, cache } })
const on = withCache({ enabled: true })
const byPage = { key: { 'method.request.querystring.page': 'method.request.querystring.page' } }

describe.each(cacheStores)('answers kept in $name', ({ testGateway }) => {
  test('a cached answer is given with ids of the request that gets it, until it is too old', async () => {
    await using up = await backend()
    await using test = await testGateway()
    await test.deploy(
      handBundle([route('GET', '/a')], [httpProxy(up.url)], amazon),
      withCache({ enabled: true, ttlSeconds: 1 }),
    )
    const first = await test.call('/a')
    const second = await test.call('/a')
    expect([first.body, second.body]).toEqual(['answer 1', 'answer 1'])
    expect(second.headers['x-request-id']).not.toBe(first.headers['x-request-id'])
    await expect.poll(async () => (await test.call('/a')).body, { timeout: 5_000 }).toBe('answer 2')
  })

  test('of a cached stage only GET is cached, another method where it is named, and not a GET that is named as not', async () => {
    await using up = await backend()
    await using test = await testGateway()
    const routes = ['GET /a', 'POST /a', 'POST /b', 'GET /b', 'ANY /c'].map((name) => {
      const [method = '', path = ''] = name.split(' ')
      return route(method, path)
    })
    const methods = { 'POST /b': { enabled: true }, 'GET /b': { enabled: false } }
    await test.deploy(handBundle(routes, [httpProxy(up.url)], amazon), withCache({ enabled: true, methods }))
    const isCached = async (method: string, path: string) =>
      (await test.call(path, { method })).body === (await test.call(path, { method })).body
    expect(await isCached('GET', '/a')).toBe(true)
    expect(await isCached('POST', '/a')).toBe(false)
    expect(await isCached('POST', '/b')).toBe(true)
    expect(await isCached('GET', '/b')).toBe(false)
    expect(await isCached('GET', '/c')).toBe(true)
    expect(await isCached('DELETE', '/c')).toBe(false)
  })

  test('only what the key names tells answers apart, and without a key an API of Amazon has one for each resource', async () => {
    await using up = await backend()
    await using test = await testGateway()
    const routes = [route('GET', '/keyed', byPage), route('GET', '/pets/{id}')]
    await test.deploy(handBundle(routes, [httpProxy(up.url)], amazon), on)
    const one = (await test.call('/keyed?page=1&x=1')).body
    expect((await test.call('/keyed?x=2&page=1')).body).toBe(one)
    expect((await test.call('/keyed?page=2')).body).not.toBe(one)
    expect((await test.call('/pets/1')).body).toBe((await test.call('/pets/2')).body)
  })

  test('a native API has one answer for each path and query, and none for whoever shows credentials', async () => {
    await using up = await backend()
    await using test = await testGateway()
    await test.deploy(handBundle([route('GET', '/pets/{id}')], [httpProxy(up.url)]), on)
    const one = (await test.call('/pets/1?a=1')).body
    expect((await test.call('/pets/1?a=1')).body).toBe(one)
    expect((await test.call('/pets/2?a=1')).body).not.toBe(one)
    expect((await test.call('/pets/1?a=2')).body).not.toBe(one)
    const mine = { headers: { Authorization: 'Bearer mine' } }
    const secret = (await test.call('/pets/3', mine)).body
    expect((await test.call('/pets/3')).body).not.toBe(secret)
    expect((await test.call('/pets/1?a=1', mine)).body).not.toBe(one)
  })

  test.each([
    ['a cookie', (response: http.ServerResponse) => response.setHeader('Set-Cookie', 'session=1')],
    ['a failure of the server', (response: http.ServerResponse) => (response.statusCode = 503)],
    ['a part', (response: http.ServerResponse) => (response.statusCode = 206)],
    ['more than an entry holds', (response: http.ServerResponse) => response.write('x'.repeat(1_100_000))],
  ])('%s is not kept', async (_what, prepare) => {
    await using up = await backend((_request, response, call) => {
      prepare(response)
      response.end(`answer ${call}`)
    })
    await using test = await testGateway()
    await test.deploy(handBundle([route('GET', '/a')], [httpProxy(up.url)], amazon), on)
    const first = await test.call('/a')
    const second = await test.call('/a')
    expect(first.body).toMatch(/answer 1$/)
    expect(second.body).toMatch(/answer 2$/)
  })

  test('an encoded answer is given to those only who read that encoding', async () => {
    await using up = await backend((_request, response, call) => {
      response.setHeader('Content-Encoding', 'br')
      response.end(`answer ${call}`)
    })
    await using test = await testGateway()
    await test.deploy(handBundle([route('GET', '/a')], [httpProxy(up.url)], amazon), on)
    const reads = { headers: { 'Accept-Encoding': 'gzip, br' } }
    expect((await test.call('/a', reads)).body).toBe('answer 1')
    expect((await test.call('/a', reads)).body).toBe('answer 1')
    expect((await test.call('/a', { headers: { 'Accept-Encoding': 'br;q=0' } })).body).toBe('answer 2')
  })

  test.each([
    ['renews where nothing is asked for', { requireAuthorization: false }, 200, 'answer 2', undefined],
    [
      'is answered from the cache with a warning, as nothing else is said',
      {},
      200,
      'answer 1',
      '199 Cache-control headers were ignored because the caller was unauthorized.',
    ],
    [
      'is answered from the cache',
      { unauthorized: 'SUCCEED_WITHOUT_RESPONSE_HEADER' as const },
      200,
      'answer 1',
      undefined,
    ],
  ])('a call for a new answer %s', async (_what, rule, status, body, warning) => {
    await using up = await backend()
    await using test = await testGateway()
    const bundle = handBundle([route('GET', '/a')], [httpProxy(up.url)], amazon)
    await test.deploy(bundle, withCache({ enabled: true, ...rule }))
    await test.call('/a')
    const asked = await test.call('/a', { headers: { 'Cache-Control': 'no-cache, max-age=0' } })
    expect([asked.status, asked.body, asked.headers['warning']]).toEqual([status, body, warning])
    expect((await test.call('/a')).body).toBe(body)
  })

  test('a call for a new answer is refused where the stage says so', async () => {
    await using up = await backend()
    await using test = await testGateway()
    const bundle = handBundle([route('GET', '/a')], [httpProxy(up.url)])
    await test.deploy(bundle, withCache({ enabled: true, unauthorized: 'FAIL_WITH_403' }))
    const refused = await test.call('/a', { headers: { 'Cache-Control': 'max-age=0' } })
    expect(refused.status).toBe(403)
    expect(JSON.parse(refused.body)).toMatchObject({ code: 'CACHE_CONTROL_REFUSED', phase: 'cache' })
    expect(up.calls).toBe(0)
  })

  test('many calls at once for one answer are one call of the backend', async () => {
    await using up = await backend((_request, response, call) =>
      setTimeout(() => response.end(`answer ${call}`), 100),
    )
    await using test = await testGateway()
    await test.deploy(handBundle([route('GET', '/a')], [httpProxy(up.url)], amazon), on)
    const answers = await Promise.all(Array.from({ length: 20 }, () => test.call('/a')))
    expect(new Set(answers.map(({ body }) => body))).toEqual(new Set(['answer 1']))
    expect(up.calls).toBe(1)
  })

  test('those who wait for a call go on by themselves when it fails, and nobody gets its failure', async () => {
    await using up = await backend((_request, response, call) => {
      if (call === 1) setTimeout(() => response.destroy(), 100)
      else response.end('whole')
    })
    await using test = await testGateway()
    const routes = [route('POST', '/a')]
    const settings = withCache({ methods: { 'POST /a': { enabled: true } } })
    await test.deploy(handBundle(routes, [httpProxy(up.url)], amazon), settings)
    const answers = await Promise.all(
      Array.from({ length: 5 }, () => test.call('/a', { method: 'POST', body: 'x' })),
    )
    const statuses = answers.map(({ status }) => status).sort((a, b) => a - b)
    expect(statuses.slice(0, 4)).toEqual([200, 200, 200, 200])
    expect(statuses[4]).toBeGreaterThanOrEqual(500)
  })

  test('an answer that streams for long holds nobody up who asks for the same', async () => {
    await using up = await backend((_request, response, call) => {
      if (call > 1) return response.end('short')
      response.setHeader('Content-Type', 'text/event-stream')
      return response.write('data: 1\n\n')
    })
    await using test = await testGateway()
    await test.deploy(handBundle([route('GET', '/a')], [httpProxy(up.url)], amazon), on)
    const leaving = new AbortController()
    const streamed = test.call('/a', { signal: leaving.signal }).catch(() => 'left')
    await expect.poll(() => up.calls).toBe(1)
    expect((await test.call('/a')).body).toBe('short')
    leaving.abort()
    expect(await streamed).toBe('left')
  })

  test('when the client whose call others wait for goes away, they go on', async () => {
    await using up = await backend((_request, response, call) => {
      if (call > 1) response.end('whole')
    })
    await using test = await testGateway()
    await test.deploy(handBundle([route('GET', '/a')], [httpProxy(up.url)], amazon), on)
    const leaving = new AbortController()
    const first = test.call('/a', { signal: leaving.signal }).catch(() => 'left')
    await expect.poll(() => up.calls).toBe(1)
    const second = test.call('/a')
    leaving.abort()
    expect(await first).toBe('left')
    expect((await second).body).toBe('whole')
  })

  test('other settings leave what is kept, and a flush and another deployment begin anew', async () => {
    await using up = await backend()
    await using test = await testGateway()
    const bundle = handBundle([route('GET', '/a')], [httpProxy(up.url)], amazon)
    await test.deploy(bundle, on)
    expect((await test.call('/a')).body).toBe('answer 1')
    await test.deploy(bundle, {
      settings: { variables: { a: 'b' }, cache: { enabled: true, ttlSeconds: 9 } },
    })
    expect((await test.call('/a')).body).toBe('answer 1')
    await test.deploy(bundle, withCache({ enabled: true, flushedAt: 1 }))
    expect((await test.call('/a')).body).toBe('answer 2')
    await test.deploy(handBundle([route('GET', '/a'), route('GET', '/b')], [httpProxy(up.url)], amazon), {
      ...withCache({ enabled: true, flushedAt: 1 }),
      version: 2,
      deployment: 'dep_2',
    })
    expect((await test.call('/a')).body).toBe('answer 3')
  })

  test('hits and misses are counted', async () => {
    await using up = await backend()
    await using test = await testGateway()
    await test.deploy(handBundle([route('GET', '/a')], [httpProxy(up.url)], amazon), on)
    for (let call = 0; call < 3; call++) await test.call('/a')
    const metrics = await (await fetch(`${test.gateway.adminUrl}/metrics`)).text()
    expect(metrics).toContain('penstock_cache_requests_total{api="orders",stage="dev",cache="hit"} 2')
    expect(metrics).toContain('penstock_cache_requests_total{api="orders",stage="dev",cache="miss"} 1')
  })

  test('the record of a request says how the cache was of use, and nothing of a route that has none', async () => {
    await using up = await backend()
    await using test = await testGateway()
    const routes = ['GET /a', 'GET /mine', 'GET /fails', 'POST /a'].map((name) => {
      const [method = '', path = ''] = name.split(' ')
      return route(method, path)
    })
    const methods = {
      'GET /a': { requireAuthorization: false },
      'GET /fails': { unauthorized: 'FAIL_WITH_403' as const },
    }
    await test.deploy(handBundle(routes, [httpProxy(up.url)]), withCache({ enabled: true, methods }))
    const renew = { headers: { 'Cache-Control': 'max-age=0' } }
    await test.call('/a')
    await test.call('/a')
    await test.call('/a', renew)
    await test.call('/mine', { headers: { Cookie: 'session=1' } })
    await test.call('/fails', renew)
    await test.call('/a', { method: 'POST' })
    const records = await test.controlPlane.recorded(6)
    expect(records.map(({ cache, integrationAtMs }) => [cache, integrationAtMs !== undefined])).toEqual([
      ['miss', true],
      ['hit', false],
      ['renewed', true],
      ['bypass', true],
      ['refused', false],
      [undefined, true],
    ])
  })
})
