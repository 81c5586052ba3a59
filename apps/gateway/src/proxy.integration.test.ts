import http from 'node:http'
import net from 'node:net'
import {
  babblingUpstream,
  closedPort,
  cutUpstream,
  droppingUpstream,
  echoUpstream,
  hangingUpstream,
  httpUpstream,
  lyingUpstream,
  rawUpstream,
  type SeenRequest,
} from '@penstock/testkit/upstreams'
import { describe, expect, test } from 'vitest'
import { handBundle, httpProxy, testGateway } from './testing.fixture.ts'

/** A promise and what resolves it. */
function signalled(): { promise: Promise<void>; resolve: () => void } {
  let resolve = () => {}
  const promise = new Promise<void>((done) => {
    resolve = done
  })
  return { promise, resolve }
}

describe('a native proxy', () => {
  test('passes method, path, query, headers and body as they came, and adds X-Forwarded-*', async () => {
    await using upstream = await echoUpstream()
    await using test = await testGateway()
    await test.deploy(handBundle(['ANY /{proxy+}'], [httpProxy(upstream.url, { appendPath: true })]))
    const answer = await test.call('/a%2Fb/c?x=1&x=2&y=%C3%A9', {
      method: 'PATCH',
      headers: { 'X-Own': 'v', Connection: 'close, x-hop', 'X-Hop': 'gone' },
      body: 'text',
    })
    const seen = JSON.parse(answer.body) as SeenRequest
    expect(seen).toMatchObject({ method: 'PATCH', target: '/a%2Fb/c?x=1&x=2&y=%C3%A9', body: 'text' })
    expect(seen.headers).toMatchObject({
      'x-own': 'v',
      'content-length': '4',
      'x-forwarded-for': '127.0.0.1',
      'x-forwarded-proto': 'http',
    })
    expect(seen.headers['x-hop']).toBeUndefined()
    expect(seen.headers.host).toBe(`127.0.0.1:${upstream.port}`)
    expect(answer.status).toBe(200)
    expect(answer.headers['x-request-id']).toMatch(/^[0-9a-f-]{36}$/)
    expect(answer.headers['x-penstock-deployment']).toBe('v1')
  })

  test('addresses a stage by path and by host, $default at the root', async () => {
    await using upstream = await echoUpstream()
    await using test = await testGateway()
    const bundle = handBundle(['GET /{proxy+}'], [httpProxy(upstream.url, { appendPath: true })])
    await test.deploy(bundle)
    await test.deploy(bundle, { stage: '$default', version: 7 })
    const host = { Host: 'orders.gateway.localhost:9080' }
    const versionOf = async (target: string, headers = {}) =>
      (await test.call('', { target, headers })).headers['x-penstock-deployment']
    expect(await versionOf('/orders/dev/x')).toBe('v1')
    expect(await versionOf('/dev/x', host)).toBe('v1')
    expect(await versionOf('/other/x', host)).toBe('v7')
    expect(await versionOf('/orders/$default/x')).toBe('v7')
    expect((await test.call('', { target: '/nobody/dev/x' })).status).toBe(404)
  })

  test('fills stage variables and path parameters into the address', async () => {
    await using upstream = await echoUpstream()
    await using test = await testGateway()
    const uri = 'http://${stageVariables.host}/base/{id}?from=uri'
    await test.deploy(handBundle(['GET /pets/{id}'], [httpProxy(uri)]), {
      settings: { variables: { host: `127.0.0.1:${upstream.port}` } },
    })
    const answer = await test.call('/pets/a%20b?q=1')
    expect((JSON.parse(answer.body) as SeenRequest).target).toBe('/base/a%20b?from=uri&q=1')
  })

  test('streams both ways: the first byte passes before the last is sent', async () => {
    await using upstream = await httpUpstream((request, response) => {
      response.writeHead(200, { 'Content-Type': 'text/plain' })
      request.on('data', (part: Buffer) => response.write(part.toString().toUpperCase()))
      request.on('end', () => response.end('!'))
    })
    await using test = await testGateway()
    await test.deploy(handBundle(['POST /up'], [httpProxy(upstream.url)]))
    const request = http.request(`${test.gateway.url}/orders/dev/up`, { method: 'POST', agent: false })
    request.write('one')
    const response = await new Promise<http.IncomingMessage>((resolve) => request.on('response', resolve))
    const parts: string[] = []
    for await (const part of response.setEncoding('utf8')) {
      parts.push(String(part))
      if (parts.length === 1) request.end('two')
    }
    expect(parts[0]).toBe('ONE')
    expect(parts.join('')).toBe('ONETWO!')
  })

  test('a slow client holds its upstream up and nobody else: nothing piles up in the gateway', async () => {
    const chunk = Buffer.alloc(1024 * 1024, 'x')
    const chunks = 200
    /** How much was written for each request, in the order in which they came. */
    const written: number[] = []
    const asked = signalled()
    await using upstream = await httpUpstream((_, response) => {
      const at = written.push(0) - 1
      asked.resolve()
      response.writeHead(200)
      const pump = () => {
        if (written[at] === chunks) response.end()
        else {
          written[at]! += 1
          if (response.write(chunk)) pump()
          else response.once('drain', pump)
        }
      }
      pump()
    })
    await using test = await testGateway()
    await test.deploy(handBundle(['GET /big'], [httpProxy(upstream.url)]))
    const socket = net.connect(Number(new URL(test.gateway.url).port), '127.0.0.1')
    socket.pause()
    socket.write('GET /orders/dev/big HTTP/1.1\r\nHost: x\r\n\r\n')
    await asked.promise
    // Whoever reads gets everything meanwhile, so the other's upstream had the time to send as much.
    let received = 0
    for await (const part of (await fetch(`${test.gateway.url}/orders/dev/big`)).body!)
      received += part.length
    expect(received).toBe(chunks * chunk.length)
    expect(written[0]).toBeLessThan(60)
    socket.destroy()
  })

  test('a client that goes away cancels the call', async () => {
    const cancelled = signalled()
    const asked = signalled()
    await using upstream = await httpUpstream((_, response) => {
      response.on('close', () => cancelled.resolve())
      asked.resolve()
    })
    await using test = await testGateway()
    await test.deploy(handBundle(['GET /slow'], [httpProxy(upstream.url)]))
    const abort = new AbortController()
    const call = test.call('/slow', { signal: abort.signal })
    await asked.promise
    abort.abort()
    await expect(call).rejects.toThrow(/abort/)
    await cancelled.promise
    const [record] = await test.controlPlane.recorded(1)
    expect(record).toMatchObject({ status: 499, error: { code: 'CLIENT_GONE' } })
  })

  test('404 names the nearest route, 405 the methods', async () => {
    await using test = await testGateway()
    await test.deploy(handBundle(['GET /pets/{id}'], [httpProxy('http://127.0.0.1:1')]))
    const missing = await test.call('/pet/1')
    expect(missing.status).toBe(404)
    expect(missing.headers['content-type']).toBe('application/problem+json')
    expect(JSON.parse(missing.body)).toMatchObject({
      code: 'ROUTE_NOT_FOUND',
      phase: 'route',
      nearest: '/pets/{id}',
      requestId: missing.headers['x-request-id'],
    })
    const wrong = await test.call('/pets/1', { method: 'DELETE' })
    expect([wrong.status, wrong.headers.allow]).toEqual([405, 'GET'])
  })

  test('the answer to a HEAD call announces no body to a client that asked otherwise', async () => {
    await using upstream = await httpUpstream((_, response) => {
      response.writeHead(200, { 'Content-Length': '5', 'X-Own': 'v' }).end()
    })
    await using test = await testGateway()
    await test.deploy(handBundle(['ANY /x'], [httpProxy(upstream.url, { method: 'HEAD' })]))
    const answer = await test.call('/x', { signal: AbortSignal.timeout(3_000) })
    expect([answer.status, answer.headers['x-own'], answer.body]).toEqual([200, 'v', ''])
    expect((await test.call('/x', { method: 'HEAD' })).headers['content-length']).toBe('5')
  })

  test('a path that climbs out of its folder is refused', async () => {
    await using upstream = await echoUpstream()
    await using test = await testGateway()
    await test.deploy(handBundle(['GET /{proxy+}'], [httpProxy(`${upstream.url}/public/{proxy}`)]))
    for (const path of ['/../secret', '/a/%2e%2E/x', '/..%2fsecret'])
      expect((await test.call(path)).status, path).toBe(400)
  })
})

describe("a proxy with Amazon's semantics", () => {
  test.each([
    ['a tunnel', 'CONNECT'],
    ['a tunnel in small letters', 'connect'],
    ['no method', 'GET /x'],
  ])('X-HTTP-Method-Override chooses the method, but %s is refused', async (_, method) => {
    await using upstream = await echoUpstream()
    await using test = await testGateway()
    const api = { compatibility: 'aws' } as const
    await test.deploy(handBundle(['ANY /{proxy+}'], [httpProxy(upstream.url, { appendPath: true })], { api }))
    const called = (override: string) => test.call('/a', { headers: { 'X-HTTP-Method-Override': override } })
    expect(JSON.parse((await called('patch')).body)).toMatchObject({ method: 'PATCH' })
    expect((await called(method)).status).toBe(400)
  })
})

describe('an upstream that', () => {
  test.each<[string, () => Promise<AsyncDisposable & { url: string }>, number, string]>([
    ['drops the connection', droppingUpstream, 502, 'UPSTREAM_RESET'],
    ['does not speak HTTP', babblingUpstream, 502, 'UPSTREAM_NOT_HTTP'],
    ['hangs', hangingUpstream, 504, 'UPSTREAM_TIMEOUT'],
  ])('%s', async (_, start, status, code) => {
    await using upstream = await start()
    await using test = await testGateway()
    await test.deploy(handBundle(['GET /x'], [httpProxy(upstream.url, { timeoutMs: 300 })]))
    const answer = await test.call('/x')
    expect(answer.status).toBe(status)
    expect(JSON.parse(answer.body)).toMatchObject({ code, phase: 'integration' })
    expect(answer.body, 'addresses are for the log').not.toContain('127.0.0.1')
    const [record] = await test.controlPlane.recorded(1)
    expect(record).toMatchObject({ status, error: { code }, route: 'met_0' })
    expect(record?.error?.cause).toContain(upstream.url)
  })

  test('refuses', async () => {
    await using test = await testGateway()
    await test.deploy(handBundle(['GET /x'], [httpProxy(`http://127.0.0.1:${await closedPort()}`)]))
    expect(JSON.parse((await test.call('/x')).body)).toMatchObject({ code: 'UPSTREAM_REFUSED', status: 502 })
  })

  test('has no address', async () => {
    await using test = await testGateway()
    await test.deploy(handBundle(['GET /x'], [httpProxy('http://no-such-host.invalid')]))
    expect(JSON.parse((await test.call('/x')).body)).toMatchObject({
      code: 'UPSTREAM_NAME_UNKNOWN',
      status: 502,
    })
  })

  test('speaks plain HTTP where TLS is expected', async () => {
    await using upstream = await echoUpstream()
    await using test = await testGateway()
    await test.deploy(handBundle(['GET /x'], [httpProxy(upstream.url.replace('http', 'https'))]))
    expect(JSON.parse((await test.call('/x')).body)).toMatchObject({
      code: 'UPSTREAM_TLS_FAILED',
      status: 502,
    })
  })

  test.each<[string, () => Promise<AsyncDisposable & { url: string }>, string]>([
    ['sends less than it said', () => lyingUpstream(100, 10), 'UPSTREAM_(WRONG_LENGTH|CLOSED_EARLY)'],
    ['closes in the middle', cutUpstream, 'UPSTREAM_CLOSED_EARLY'],
  ])('%s: the client sees that the answer is not whole', async (_, start, code) => {
    await using upstream = await start()
    await using test = await testGateway()
    await test.deploy(handBundle(['GET /x'], [httpProxy(upstream.url)]))
    await expect(test.call('/x')).rejects.toThrow(/aborted|ECONNRESET/)
    const [record] = await test.controlPlane.recorded(1)
    expect(record?.error?.code).toMatch(new RegExp(`^${code}$`))
  })

  test('sends more than it said: the client gets what was said, and the next call its own answer', async () => {
    await using upstream = await lyingUpstream(10, 100)
    await using test = await testGateway()
    await test.deploy(handBundle(['GET /x'], [httpProxy(upstream.url)]))
    for (let i = 0; i < 3; i++) expect((await test.call('/x')).body).toBe('x'.repeat(10))
  })

  test('closes a kept connection: what changes nothing is sent again, what might is not', async () => {
    await using upstream = await rawUpstream((socket, count) => {
      if (count % 2 === 1) socket.destroy()
      else socket.end('HTTP/1.1 200 OK\r\nContent-Length: 2\r\nConnection: close\r\n\r\nok')
    })
    await using test = await testGateway()
    await test.deploy(handBundle(['ANY /x'], [httpProxy(upstream.url)]))
    expect((await test.call('/x')).body).toBe('ok')
    expect((await test.call('/x', { method: 'DELETE' })).status).toBe(502)
  })

  test('answers 413 to nobody: a body beyond the limit is refused by the gateway where it must be read', async () => {
    await using upstream = await echoUpstream()
    await using test = await testGateway()
    const mapped = httpProxy(upstream.url, {
      requestParameters: { 'integration.request.header.a': 'method.request.body.a' },
    })
    await test.deploy(handBundle(['POST /x'], [mapped]))
    const answer = await test.call('/x', { method: 'POST', body: Buffer.alloc(33 * 1024 * 1024, ' ') })
    expect(answer.status).toBe(413)
    expect(JSON.parse(answer.body)).toMatchObject({ code: 'PAYLOAD_TOO_LARGE' })
  })
})
