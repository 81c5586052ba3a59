import { execFileSync } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { BundleIntegration } from '@penstock/bundle'
import { loopbackCertificate } from '@penstock/testkit/loopback-certificate'
import { echoUpstream, httpUpstream } from '@penstock/testkit/upstreams'
import { describe, expect, test, vi } from 'vitest'
import { handBundle, httpProxy, type TestGateway, testGateway } from '../testing.fixture.ts'
import { chat, lambda, says } from './chat.fixture.ts'
import { openSocket, type OpenOptions, signal } from './socket-client.fixture.ts'

const open = (gateway: TestGateway, options: OpenOptions = {}) =>
  openSocket(`${gateway.gateway.url}/orders/dev`, options)

test('messages reach the route that they ask for, and its answer comes back', async () => {
  await using gateway = await testGateway()
  await gateway.deploy(
    chat({ join: says(`'joined ' + JSON.parse(event.body).room`), $default: says(`'what? ' + event.body`) }),
  )
  await using client = await open(gateway)
  client.send({ action: 'join', room: 'a' })
  expect(await client.next()).toBe('joined a')
  client.send({ action: 'dance' })
  expect(await client.next()).toBe('what? {"action":"dance"}')
  client.send('no JSON')
  expect(await client.next()).toBe('what? no JSON')
  client.send({ action: '$connect' })
  expect(await client.next()).toBe('what? {"action":"$connect"}')
})

test('the event is Amazon’s', async () => {
  await using gateway = await testGateway()
  await gateway.deploy(chat({ tell: says('JSON.stringify(event)') }))
  await using client = await open(gateway, { headers: { 'User-Agent': 'test' } })
  client.send({ action: 'tell' })
  const event = (await client.nextJson()) as { requestContext: Record<string, unknown> }
  expect(event).toMatchObject({ body: '{"action":"tell"}', isBase64Encoded: false })
  expect(event).not.toHaveProperty('headers')
  const { requestContext } = event
  expect(requestContext).toMatchObject({
    routeKey: 'tell',
    eventType: 'MESSAGE',
    messageDirection: 'IN',
    stage: 'dev',
    apiId: 'orders',
    domainName: '127.0.0.1',
    identity: { sourceIp: '127.0.0.1', userAgent: 'test' },
  })
  for (const field of ['connectionId', 'messageId', 'requestId', 'extendedRequestId', 'requestTime'])
    expect(requestContext[field], field).toMatch(/.+/)
  for (const field of ['connectedAt', 'requestTimeEpoch'])
    expect(requestContext[field], field).toBeTypeOf('number')
})

describe('$connect', () => {
  test('hears who comes, and its headers and query', async () => {
    await using gateway = await testGateway()
    const code = `exports.handler = async ({ headers, queryStringParameters: q, requestContext: c, body }) => ({
      statusCode: q.room === 'a' && headers['X-Who'] === 'me' && c.eventType === 'CONNECT' && body === undefined ? 200 : 403 })`
    await gateway.deploy(chat({ $connect: code, $default: says(`'ok'`) }))
    await using client = await openSocket(`${gateway.gateway.url}/orders/dev?room=a`, {
      headers: { 'X-Who': 'me' },
    })
    client.send('x')
    expect(await client.next()).toBe('ok')
    await expect(openSocket(`${gateway.gateway.url}/orders/dev?room=b`)).rejects.toThrow(/^403/)
  })

  test.each([
    [
      'what a function refuses with',
      `exports.handler = async () => ({ statusCode: 401, body: 'no' })`,
      /^401 no$/,
    ],
    [
      '502 where it fails',
      `exports.handler = async () => { throw new Error('x') }`,
      /^502 .*FUNCTION_FAILED/s,
    ],
    ['502 where it says something else', `exports.handler = async () => ({ statusCode: 302 })`, /^502/],
  ])('is answered %s, and nothing opens', async (_, code, answer) => {
    await using gateway = await testGateway()
    await gateway.deploy(chat({ $connect: code, $default: says(`'ok'`) }))
    await expect(open(gateway)).rejects.toThrow(answer)
    await expect.poll(() => gateway.controlPlane.requests.map(({ path }) => path)).toEqual(['$connect'])
  })

  test('that asks for what is not checked lets nobody in', async () => {
    await using gateway = await testGateway()
    const refused = { responseType: 'UNAUTHORIZED', reason: 'not run' }
    await gateway.deploy(chat({ $connect: says(`'ok'`) }, { compatibility: 'aws' }, { refused }))
    await expect(open(gateway)).rejects.toThrow(/^401 \{"message":"Unauthorized"\}/)
  })

  test('chooses the subprotocol', async () => {
    await using gateway = await testGateway()
    const code = `exports.handler = async () => ({ statusCode: 200, headers: { 'Sec-WebSocket-Protocol': 'v2' } })`
    await gateway.deploy(chat({ $connect: code }))
    await using client = await open(gateway, { protocols: ['v1', 'v2'] })
    expect(client.socket.protocol).toBe('v2')
  })
})

test('$disconnect hears how it ended', async () => {
  const heard = signal<string | undefined>()
  await using upstream = await httpUpstream((request, response) => {
    heard.resolve(request.url)
    response.end()
  })
  await using gateway = await testGateway()
  const code = `exports.handler = async ({ requestContext: c }) => {
    await fetch(${JSON.stringify(upstream.url)} + '/' + c.eventType + '/' + c.disconnectStatusCode + '/' + c.disconnectReason)
    return { statusCode: 200 } }`
  await gateway.deploy(chat({ $disconnect: code }))
  await using client = await open(gateway)
  client.socket.close(4001, 'enough')
  expect(await heard.promise).toBe('/DISCONNECT/4001/enough')
})

describe('a message that comes to nothing', () => {
  test.each([
    ['native', { message: 'No route takes this message.', code: 'MESSAGE_UNROUTED' }],
    ['aws', { message: 'Forbidden' }],
  ] as const)('and that no route takes is told so, in the %s way', async (compatibility, says) => {
    await using gateway = await testGateway()
    await gateway.deploy(chat({ join: lambda('gone') }, { compatibility }))
    await using client = await open(gateway)
    client.send({ action: 'x' })
    const frame = await client.nextJson()
    expect(frame).toMatchObject(says)
    expect([frame['connectionId'], frame['requestId']]).toEqual([
      expect.stringMatching(/.+/),
      expect.stringMatching(/.+/),
    ])
  })

  test.each([
    ['native', /FUNCTION_FAILED/],
    ['aws', /^\{"message":"Internal server error","connectionId":"[^"]+","requestId":"[^"]+"\}$/],
  ] as const)('and whose function fails is told so, in the %s way', async (compatibility, frame) => {
    await using gateway = await testGateway()
    await gateway.deploy(chat({ $default: `exports.handler = async () => { throw 1 }` }, { compatibility }))
    await using client = await open(gateway)
    client.send('x')
    expect(await client.next()).toMatch(frame)
  })
})

test('a route without a response answers nothing', async () => {
  await using gateway = await testGateway()
  await gateway.deploy(chat({ quiet: says(`'must not arrive'`) }, {}, { answers: false }))
  await using client = await open(gateway)
  client.send({ action: 'quiet' })
  client.send({ action: 'none' })
  expect(await client.nextJson()).toMatchObject({ code: 'MESSAGE_UNROUTED' })
  expect(await gateway.controlPlane.recorded(2)).toHaveLength(2)
})

test('mocks and HTTP services answer messages as they answer requests', async () => {
  await using upstream = await echoUpstream()
  await using gateway = await testGateway()
  const mock: BundleIntegration = {
    kind: 'mock',
    requestTemplates: { 'application/json': '{"statusCode": 200}' },
    responses: [
      {
        pattern: null,
        status: 200,
        templates: { 'application/json': '{"route":"$context.routeKey","success":true}' },
      },
    ],
  }
  await gateway.deploy(chat({ ping: mock, order: httpProxy(`${upstream.url}/orders`, { method: 'PUT' }) }))
  await using client = await open(gateway)
  client.send({ action: 'ping' })
  expect(await client.nextJson()).toEqual({ route: 'ping', success: true })
  client.send({ action: 'order', item: 7 })
  expect(await client.nextJson()).toMatchObject({
    method: 'PUT',
    target: '/orders',
    body: '{"action":"order","item":7}',
  })
})

test('a connection outlives a deployment, and its next message is answered by it', async () => {
  await using gateway = await testGateway()
  await gateway.deploy(chat({ $default: says(`'one'`) }))
  await using client = await open(gateway)
  client.send('x')
  expect(await client.next()).toBe('one')
  await gateway.deploy(chat({ $default: says(`'two'`) }), { version: 2 })
  client.send('x')
  expect(await client.next()).toBe('two')
})

test('a stage that is no longer served closes its connections', async () => {
  await using gateway = await testGateway()
  await gateway.deploy(chat({ $default: says(`'one'`) }))
  await using client = await open(gateway)
  gateway.controlPlane.stages.clear()
  await gateway.controlPlane.push()
  expect(await client.closed).toBe('1001 The stage is no longer served')
})

describe('limits', () => {
  test('a binary message closes with 1003, a large one with 1009', async () => {
    await using gateway = await testGateway()
    await gateway.deploy(chat({ $default: says(`'ok'`) }))
    await using binary = await open(gateway)
    binary.socket.send(Buffer.from([1]))
    expect(await binary.closed).toBe('1003 Binary messages are not taken')
    await using large = await open(gateway)
    large.send('x'.repeat(128 * 1024 + 1))
    expect(await large.closed).toMatch(/^1009/)
  })

  test('the largest message that may be is taken', async () => {
    await using gateway = await testGateway()
    await gateway.deploy(chat({ $default: says(`String(event.body.length)`) }))
    await using client = await open(gateway)
    client.send('x'.repeat(128 * 1024))
    expect(await client.next()).toBe('131072')
  })

  test('silence closes, and so does age', async () => {
    await using idle = await testGateway({ sockets: { idleMs: 30 } })
    await idle.deploy(chat({ $default: says(`'ok'`) }))
    await using silent = await open(idle)
    expect(await silent.closed).toBe('1001 Idle for too long')
    await using aged = await testGateway({ sockets: { durationMs: 30 } })
    await aged.deploy(chat({ $default: says(`'ok'`) }))
    await using old = await open(aged)
    expect(await old.closed).toBe('1001 Open for too long')
  })
})

describe('requests over plain HTTP', () => {
  test('hear that they should open a connection', async () => {
    await using gateway = await testGateway()
    await gateway.deploy(chat({ $default: says(`'ok'`) }))
    const answer = await gateway.call('/')
    expect([answer.status, JSON.parse(answer.body).code]).toEqual([426, 'UPGRADE_REQUIRED'])
  })

  test('that offer an upgrade nobody takes are answered as ever, with their bodies', async () => {
    await using upstream = await echoUpstream()
    await using gateway = await testGateway()
    await gateway.deploy(handBundle(['ANY /{proxy+}'], [httpProxy(upstream.url)]))
    const headers = { Connection: 'Upgrade, HTTP2-Settings', Upgrade: 'h2c', 'Content-Length': '4' }
    const offered = await gateway.call('/a', { method: 'POST', headers, body: 'body' })
    expect([offered.status, JSON.parse(offered.body).body]).toEqual([200, 'body'])
    const socket = {
      Connection: 'Upgrade',
      Upgrade: 'websocket',
      'Sec-WebSocket-Version': '13',
      'Sec-WebSocket-Key': 'dGhlIHNhbXBsZSBub25jZQ==',
    }
    expect((await gateway.call('/a', { headers: socket })).status).toBe(200)
  })
})

describe('@connections', () => {
  const speak = (
    method: string,
    id = 'event.requestContext.connectionId',
  ) => `exports.handler = async (event) => {
    const response = await fetch(process.env.PENSTOCK_CONNECTIONS_URL + '/' + encodeURIComponent(${id}), {
      method: '${method}', headers: { authorization: 'Bearer ' + process.env.PENSTOCK_CONNECTIONS_TOKEN },
      ${method === 'POST' ? `body: 'echo:' + event.body,` : ''} })
    return { statusCode: 200, body: response.status + ' ' + await response.text() } }`

  test('a function sends, asks and closes', async () => {
    await using gateway = await testGateway()
    await gateway.deploy(chat({ ask: speak('GET'), leave: speak('DELETE'), $default: speak('POST') }))
    await using client = await open(gateway, { headers: { 'User-Agent': 'test' } })
    client.send('Hello')
    expect([await client.next(), await client.next()].sort()).toEqual(['200 ', 'echo:Hello'])
    client.send({ action: 'ask' })
    const told = await client.next()
    expect(JSON.parse(told.slice(4))).toMatchObject({
      identity: { sourceIp: '127.0.0.1', userAgent: 'test' },
    })
    client.send({ action: 'leave' })
    expect(await client.closed).toBe('1000 Closed by the API')
  })

  test('a function that runs before the gateway listens everywhere is told the whole address', async () => {
    const dataDirectory = await mkdtemp(join(tmpdir(), 'penstock-gateway-'))
    const certFile = join(dataDirectory, 'cert.pem')
    const keyFile = join(dataDirectory, 'key.pem')
    // Reading it waits for somebody who writes it.
    execFileSync('mkfifo', [certFile])
    await writeFile(keyFile, loopbackCertificate.key)
    let url = ''
    {
      await using first = await testGateway({ dataDirectory })
      await first.deploy(chat({ $default: says('process.env.PENSTOCK_CONNECTIONS_URL') }))
      url = first.gateway.url
    }
    const port = Number(new URL(url).port)
    const starting = testGateway({
      dataDirectory,
      port,
      tls: { port: 0, certificates: [{ certFile, keyFile }] },
    })
    let heard = ''
    try {
      const opened = await vi.waitFor(() => openSocket(`${url}/orders/dev`), { timeout: 20_000 })
      await using client = opened
      client.send('x')
      heard = await client.next()
    } finally {
      await writeFile(certFile, loopbackCertificate.cert)
      await (await starting)[Symbol.asyncDispose]()
      await rm(dataDirectory, { recursive: true })
    }
    expect(heard).toBe(`${url}/orders/dev/@connections`)
  })

  test('a connection that is gone, or not open yet, is 410', async () => {
    await using gateway = await testGateway()
    await gateway.deploy(chat({ $default: speak('POST', `'gone'`) }))
    await using client = await open(gateway)
    client.send('x')
    expect(await client.next()).toMatch(/^410 .*CONNECTION_GONE/s)
  })

  test('nobody without the token of the stage speaks to its connections', async () => {
    await using gateway = await testGateway()
    const token = says('process.env.PENSTOCK_CONNECTIONS_TOKEN')
    await gateway.deploy(chat({ $default: token }))
    await gateway.deploy(chat({ $default: token }), { stage: 'prod' })
    await using other = await openSocket(`${gateway.gateway.url}/orders/prod`)
    other.send('x')
    const stolen = await other.next()
    const tries: Record<string, string>[] = [
      {},
      { Authorization: 'Bearer x' },
      { Authorization: `Bearer ${stolen}` },
    ]
    for (const headers of tries) {
      const answer = await gateway.call('/@connections/x', { method: 'POST', headers, body: 'x' })
      expect([answer.status, JSON.parse(answer.body).code]).toEqual([403, 'CONNECTIONS_PROTECTED'])
    }
  })
})

describe('the preview of a draft', () => {
  test('opens for its token alone', async () => {
    await using gateway = await testGateway()
    await gateway.deploy(chat({ $default: says(`'draft'`) }), { version: null, access: { token: 'open' } })
    await expect(open(gateway)).rejects.toThrow(/^401 .*PREVIEW_PROTECTED/s)
    await using client = await open(gateway, { headers: { 'x-penstock-preview': 'open' } })
    client.send('x')
    expect(await client.next()).toBe('draft')
  })
})

test('a gateway that closes answers what is under way, says farewell and tells $disconnect', async () => {
  const began = signal<() => void>()
  let told = 0
  await using upstream = await httpUpstream((request, response) => {
    if (request.url === '/began') return began.resolve(() => response.end())
    told++
    response.end()
  })
  const url = JSON.stringify(upstream.url)
  await using gateway = await testGateway()
  await gateway.deploy(
    chat({
      $default: `exports.handler = async () => { await fetch(${url} + '/began'); return { statusCode: 200, body: 'late' } }`,
      $disconnect: `exports.handler = async () => { await fetch(${url} + '/gone'); return { statusCode: 200 } }`,
    }),
  )
  await using client = await open(gateway)
  client.send('x')
  const release = await began.promise
  const closing = gateway.gateway.close()
  await expect(open(gateway)).rejects.toThrow(/ECONNREFUSED|503/)
  release()
  expect(await client.next()).toBe('late')
  expect(await client.closed).toBe('1001 The gateway is going away')
  await closing
  expect(told).toBe(1)
})

test('a connection that does not end in time is cut', async () => {
  const began = signal<void>()
  await using upstream = await httpUpstream(() => began.resolve())
  await using gateway = await testGateway({ graceMs: 50 })
  await gateway.deploy(chat({ $default: httpProxy(upstream.url) }))
  await using client = await open(gateway)
  client.send('x')
  await began.promise
  await gateway.gateway.close()
  expect(await client.closed).toMatch(/^1006/)
})
