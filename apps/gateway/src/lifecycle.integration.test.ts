import { spawnSync } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import http from 'node:http'
import https from 'node:https'
import net from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { loopbackCertificate } from '@penstock/testkit/loopback-certificate'
import {
  echoUpstream,
  httpUpstream,
  rawUpstream,
  type SeenRequest,
  tlsUpstream,
} from '@penstock/testkit/upstreams'
import { expect, test } from 'vitest'
import { spawnGateway } from './spawn-gateway.fixture.ts'
import { startGateway } from './start-gateway.ts'
import { callUrl, handBundle, httpProxy, testGateway, testOptions } from './testing.fixture.ts'

test('close finishes what is under way with Connection: close, and accepts nothing new', async () => {
  let release = () => {}
  let asked = () => {}
  const arrived = new Promise<void>((resolve) => {
    asked = resolve
  })
  await using upstream = await httpUpstream((_, response) => {
    release = () => response.end('finished')
    asked()
  })
  await using test = await testGateway()
  await test.deploy(handBundle(['GET /slow'], [httpProxy(upstream.url)]))
  const call = test.call('/slow', { headers: { Connection: 'keep-alive' } })
  await arrived
  const closed = test.gateway.close()
  await expect(test.call('/slow')).rejects.toThrow(/ECONNREFUSED/)
  release()
  const answer = await call
  expect([answer.status, answer.body, answer.headers.connection]).toEqual([200, 'finished', 'close'])
  await closed
})

test('a request that outlives the grace period is cut', async () => {
  await using upstream = await httpUpstream(() => undefined)
  await using test = await testGateway({ graceMs: 50 })
  await test.deploy(handBundle(['GET /slow'], [httpProxy(upstream.url)]))
  const call = test.call('/slow').catch((error: Error) => error.message)
  await new Promise<void>((resolve) => setImmediate(resolve))
  await test.gateway.close()
  expect(await call).toMatch(/hang up|ECONNRESET/)
})

test('the process drains on SIGTERM and exits 0', async () => {
  const dataDirectory = await mkdtemp(join(tmpdir(), 'penstock-process-'))
  const child = spawnGateway({
    PENSTOCK_DATA_DIR: dataDirectory,
    PENSTOCK_SERVER_URL: 'http://127.0.0.1:1',
  })
  try {
    for await (const part of child.stderr.setEncoding('utf8')) {
      if (String(part).includes('the gateway listens')) child.kill('SIGTERM')
    }
    const code = child.exitCode ?? (await new Promise((resolve) => child.once('exit', resolve)))
    expect(code).toBe(0)
  } finally {
    child.kill('SIGKILL')
    await rm(dataDirectory, { recursive: true, force: true })
  }
})

test('a data directory belongs to one gateway, until that is closed or dead', async () => {
  const dataDirectory = await mkdtemp(join(tmpdir(), 'penstock-gateway-'))
  {
    await using first = await testGateway({ dataDirectory })
    const second = { ...testOptions, serverUrl: first.controlPlane.url, dataDirectory }
    await expect(startGateway(second)).rejects.toMatchObject({ code: 'DATA_DIR_IN_USE' })
    expect((await callUrl(`${first.gateway.adminUrl}/healthz`)).status).toBe(200)
  }
  // As kill -9 leaves it.
  const { pid } = spawnSync(process.execPath, ['-p', '1'])
  await writeFile(join(dataDirectory, 'gateway', 'lock'), JSON.stringify({ pid, started: null }))
  {
    await using third = await testGateway({ dataDirectory })
    expect(third.gateway.node).not.toBe('')
  }
  await rm(dataDirectory, { recursive: true })
})

test('/metrics counts requests by API, stage and class, and their durations', async () => {
  await using test = await testGateway()
  const example = { status: 200, contentType: null, body: null }
  const route = { id: 'm', resource: 'r', method: 'GET', path: '/ok', integration: 0, examples: [example] }
  await test.deploy(handBundle([route], [{ kind: 'example' }]))
  await test.call('/ok')
  await test.call('/ok')
  await test.call('/missing')
  const { body } = await callUrl(`${test.gateway.adminUrl}/metrics`)
  expect(body).toContain('penstock_requests_total{api="orders",stage="dev",status="2xx"} 2')
  expect(body).toContain('penstock_requests_total{api="orders",stage="dev",status="4xx"} 1')
  expect(body).toContain('penstock_request_duration_seconds_bucket{api="orders",stage="dev",le="+Inf"} 3')
  expect(body).toContain('penstock_request_duration_seconds_count{api="orders",stage="dev"} 3')
})

test('request records reach the control plane, without queries', async () => {
  await using test = await testGateway()
  const example = { status: 204, contentType: null, body: null }
  const route = {
    id: 'met_ok',
    resource: 'r',
    method: 'GET',
    path: '/ok/{id}',
    integration: 0,
    examples: [example],
  }
  await test.deploy(handBundle([route], [{ kind: 'example' }]), { version: 9 })
  const answer = await test.call('/ok/1?token=secret')
  const [record] = await test.controlPlane.recorded(1)
  expect(record).toEqual({
    id: answer.headers['x-request-id'],
    at: expect.any(Number),
    api: 'orders',
    stage: 'dev',
    version: 9,
    method: 'GET',
    path: '/ok/1',
    route: 'met_ok',
    status: 204,
    durationMs: expect.any(Number),
    integrationMs: null,
    // Told apart without being told who.
    consumer: { kind: 'address', id: expect.any(String) },
  })
})

test.each([
  ['no HTTP at all', 'hello\r\n\r\n', /^HTTP\/1\.1 400 .*REQUEST_MALFORMED/s],
  [
    'two lengths',
    'POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nab',
    /^HTTP\/1\.1 400 /,
  ],
  [
    'a length and chunks',
    'POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n',
    /^HTTP\/1\.1 400 /,
  ],
  [
    'headers beyond the limit',
    `GET / HTTP/1.1\r\nHost: x\r\nA: ${'a'.repeat(40_000)}\r\n\r\n`,
    /^HTTP\/1\.1 431 .*REQUEST_HEADERS_TOO_LARGE/s,
  ],
])('%s is refused with a code', async (_, bytes, expected) => {
  await using test = await testGateway()
  const text = await new Promise<string>((resolve, reject) => {
    let received = ''
    const socket = net.connect(Number(new URL(test.gateway.url).port), '127.0.0.1', () => socket.write(bytes))
    socket.setEncoding('utf8').on('data', (part: string) => {
      received += part
    })
    socket.on('close', () => resolve(received))
    socket.on('error', reject)
  })
  expect(text).toMatch(expected)
})

test('a client that sends its head byte by byte is cut with 408', async () => {
  await using test = await testGateway({ limits: { headTimeoutMs: 100 } })
  const text = await new Promise<string>((resolve, reject) => {
    let received = ''
    const socket = net.connect(Number(new URL(test.gateway.url).port), '127.0.0.1', () =>
      socket.write('GET / HTTP/1.1\r\nX'),
    )
    socket.setEncoding('utf8').on('data', (part: string) => {
      received += part
    })
    socket.on('close', () => resolve(received))
    socket.on('error', reject)
  })
  expect(text).toMatch(/^HTTP\/1\.1 408 .*REQUEST_TOO_SLOW/s)
})

test('serves over TLS when it has a certificate', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'penstock-tls-'))
  const [certFile, keyFile] = [join(folder, 'cert.pem'), join(folder, 'key.pem')]
  await Promise.all([
    writeFile(certFile, loopbackCertificate.cert),
    writeFile(keyFile, loopbackCertificate.key),
  ])
  await using upstream = await echoUpstream()
  await using test = await testGateway({ tls: { port: 0, certificates: [{ certFile, keyFile }] } })
  await test.deploy(handBundle(['GET /x'], [httpProxy(upstream.url)]))
  const body = await new Promise<string>((resolve, reject) => {
    const options = {
      port: test.gateway.tlsPort,
      host: '127.0.0.1',
      path: '/orders/dev/x',
      ca: loopbackCertificate.cert,
      agent: false,
    }
    const request = https.get(options, (response) => {
      let text = ''
      response.setEncoding('utf8').on('data', (part: string) => {
        text += part
      })
      response.on('end', () => resolve(text))
    })
    request.on('error', reject)
  })
  expect((JSON.parse(body) as SeenRequest).headers['x-forwarded-proto']).toBe('https')
  await rm(folder, { recursive: true })
})

test('an upstream with a certificate that nobody trusts is refused, unless the integration says otherwise', async () => {
  await using upstream = await tlsUpstream((_, response) => response.end('secret'))
  await using test = await testGateway()
  await test.deploy(
    handBundle(
      ['GET /strict', 'GET /lax'],
      [httpProxy(upstream.url), httpProxy(upstream.url, { insecureSkipVerification: true })],
    ),
  )
  const strict = await test.call('/strict')
  expect([strict.status, JSON.parse(strict.body).code]).toEqual([502, 'UPSTREAM_TLS_FAILED'])
  expect((await test.call('/lax')).body).toBe('secret')
})

test('a customised gateway response shows clients what is wrong with their request, and nothing else', async () => {
  await using test = await testGateway()
  const template = '{"v":"$context.error.validationErrorString"}'
  const custom = { parameters: {}, templates: { 'application/json': template } }
  const mapped = httpProxy('http://127.0.0.1:1/{id}', {
    requestParameters: { 'integration.request.path.id': 'method.request.querystring.id' },
  })
  const bundle = handBundle(
    ['GET /refused', 'GET /wrong', 'GET /mapped'],
    [httpProxy('http://127.0.0.1:1/'), httpProxy('http://user:${stageVariables.pw}@127.0.0.1/'), mapped],
    {
      api: { compatibility: 'aws' },
      gatewayResponses: { DEFAULT_5XX: custom, DEFAULT_4XX: custom },
    },
  )
  await test.deploy(bundle, { settings: { variables: { pw: 'hunter2' } } })
  expect((await test.call('/refused')).body).toBe('{"v":""}')
  expect((await test.call('/wrong')).body).toBe('{"v":""}')
  const climbing = await test.call('/mapped?id=..')
  expect([climbing.status, JSON.parse(climbing.body).v]).toEqual([400, expect.stringContaining('lead out')])
  const records = await test.controlPlane.recorded(3)
  expect(JSON.stringify(records)).not.toContain('hunter2')
})

test('a customised gateway response that cannot be sent is answered all the same', async () => {
  await using test = await testGateway()
  const gatewayResponses = { DEFAULT_4XX: { status: 42, parameters: {}, templates: {} } }
  await test.deploy(handBundle(['GET /x'], [{ kind: 'example' }], { gatewayResponses }))
  expect((await test.call('/missing')).status).toBe(500)
})

test('a kept connection serves any number of requests', async () => {
  await using test = await testGateway()
  const example = { status: 200, contentType: 'text/plain', body: 0 }
  const route = { id: 'm', resource: 'r', method: 'ANY', path: '/ok', integration: 0, examples: [example] }
  await test.deploy(handBundle([route], [{ kind: 'example' }], { bodies: ['hi'] }))
  const agent = new http.Agent({ keepAlive: true, maxSockets: 1 })
  const call = (method: string) =>
    new Promise<string>((resolve, reject) => {
      const request = http.request(`${test.gateway.url}/orders/dev/ok`, { agent, method }, (response) => {
        let text = `${response.statusCode} `
        response.setEncoding('utf8').on('data', (part: string) => {
          text += part
        })
        response.on('end', () => resolve(text))
      })
      request.on('error', reject)
      request.end()
    })
  expect([await call('GET'), await call('HEAD'), await call('POST'), await call('GET')]).toEqual([
    '200 hi',
    '200 ',
    '200 hi',
    '200 hi',
  ])
  agent.destroy()
})

test.each([
  ['is malformed', 'nonsense\r\n', 400, 'REQUEST_MALFORMED'],
  ['does not come', '', 408, 'REQUEST_TOO_SLOW'],
])(
  'a body that %s is refused under the id that the request is recorded by',
  async (_, rest, status, code) => {
    await using upstream = await rawUpstream((socket) => {
      if (rest !== '') client.write(rest)
      socket.resume()
    })
    await using test = await testGateway({ http: 'own', limits: { requestTimeoutMs: 300 } })
    await test.deploy(handBundle(['POST /x'], [httpProxy(upstream.url)]))
    const client = net.connect(Number(new URL(test.gateway.url).port), '127.0.0.1')
    client.write('POST /orders/dev/x HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n')
    let answer = ''
    for await (const part of client.setEncoding('utf8')) answer += String(part)
    const [record] = await test.controlPlane.recorded(1)
    expect(answer).toMatch(new RegExp(`^HTTP/1.1 ${status} `))
    expect(answer).toContain(`\r\nX-Request-Id: ${record?.id}\r\n`)
    expect(JSON.parse(answer.slice(answer.indexOf('\r\n\r\n')))).toMatchObject({
      code,
      requestId: record?.id,
    })
    expect(record).toMatchObject({ status, error: { code, phase: 'request' } })
  },
)
