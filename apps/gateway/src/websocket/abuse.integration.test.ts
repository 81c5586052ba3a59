import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import net from 'node:net'
import type { BundleIntegration } from '@penstock/bundle'
import { httpUpstream } from '@penstock/testkit/upstreams'
import { expect, test } from 'vitest'
import { callUrl, httpProxy, type TestGateway, testGateway } from '../testing.fixture.ts'
import { chat, says } from './chat.fixture.ts'
import { openSocket, signal } from './socket-client.fixture.ts'

const open = (gateway: TestGateway) => openSocket(`${gateway.gateway.url}/orders/dev`)

interface RawClient extends AsyncDisposable {
  readonly socket: net.Socket
  /** All that has come, once it holds `text`. */
  until(text: string): Promise<string>
}

/** Sends bytes that no library would, and closes its side only when told to. */
async function rawClient(gateway: TestGateway, bytes: string | Buffer): Promise<RawClient> {
  const socket = net.connect({ port: Number(new URL(gateway.gateway.url).port), allowHalfOpen: true })
  socket.on('error', () => undefined)
  let heard = ''
  socket.on('data', (data) => {
    heard += data.toString('latin1')
  })
  await once(socket, 'connect')
  socket.write(bytes)
  return {
    socket,
    async until(text) {
      while (!heard.includes(text)) await once(socket, 'data')
      return heard
    },
    async [Symbol.asyncDispose]() {
      if (socket.closed) return
      socket.destroy()
      await once(socket, 'close')
    },
  }
}

function handshake(more: Record<string, string> = {}): string {
  const headers = {
    Host: 'localhost',
    Connection: 'Upgrade',
    Upgrade: 'websocket',
    'Sec-WebSocket-Version': '13',
    'Sec-WebSocket-Key': 'dGhlIHNhbXBsZSBub25jZQ==',
    ...more,
  }
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`)
  return `GET /orders/dev HTTP/1.1\r\n${lines.join('')}\r\n`
}

/** A masked frame without content: opcode 1 is a text. */
const emptyText = Buffer.from([0x81, 0x80, 0, 0, 0, 0])

test('messages that are read at once, however many, are worked off sixteen at a time', async () => {
  const held: (() => void)[] = []
  let most = 0
  let done = 0
  const filled = signal<void>()
  await using upstream = await httpUpstream((_, response) => {
    held.push(() => response.end())
    most = Math.max(most, held.length)
    if (held.length === 16) filled.resolve()
    if (done > 0) release()
  })
  const release = () => {
    for (const answer of held.splice(0)) {
      done++
      answer()
    }
  }
  await using gateway = await testGateway()
  await gateway.deploy(chat({ $default: httpProxy(upstream.url) }, {}, { answers: false }))
  const many = 200
  await using client = await rawClient(gateway, handshake())
  await client.until('\r\n\r\n')
  client.socket.write(Buffer.concat(Array.from({ length: many }, () => emptyText)))
  await filled.promise
  // A round trip through the gateway: whatever it wanted to begin by now, it has begun.
  await gateway.call('/')
  await gateway.call('/')
  expect(most).toBe(16)
  release()
  await expect.poll(() => done, { timeout: 20_000 }).toBe(many)
  expect(most).toBeLessThanOrEqual(16)
})

/** A client that has told who it is, and then stops reading. */
async function deafClient(gateway: TestGateway) {
  const client = await open(gateway)
  // A process for the function may take longer to start than a connection may be idle.
  const alive = setInterval(() => client.socket.ping(), 50)
  client.send('who')
  const { id, token } = (await client.nextJson()) as { id: string; token: string }
  clearInterval(alive)
  client.socket.pause()
  const post = (body: string | Buffer) =>
    callUrl(`${gateway.gateway.url}/orders/dev/@connections/${encodeURIComponent(id)}`, {
      method: 'POST',
      headers: { Authorization: `Bearer ${token}`, 'Content-Length': String(Buffer.byteLength(body)) },
      body,
    })
  return { client, post }
}

const tellsWho = says(
  'JSON.stringify({ id: event.requestContext.connectionId, token: process.env.PENSTOCK_CONNECTIONS_TOKEN })',
)

test('a client that never reads is cut, and what was sent to it is forgotten', async () => {
  await using gateway = await testGateway({ sockets: { unsentBytesMax: 1024 * 1024 } })
  await gateway.deploy(chat({ $default: tellsWho }))
  const { client, post } = await deafClient(gateway)
  await using _ = client
  const body = Buffer.alloc(100 * 1024, 'x')
  let posts = 0
  while (posts < 1_000 && (await post(body)).status === 200) posts++
  expect(posts).toBeLessThan(1_000)
})

test('what a client does not read does not keep its connection from being idle', async () => {
  await using gateway = await testGateway({ sockets: { idleMs: 1_000, unsentBytesMax: 2 ** 40 } })
  await gateway.deploy(chat({ $default: tellsWho }))
  const { client, post } = await deafClient(gateway)
  await using _ = client
  // More than the system's own buffers take.
  const full = Buffer.alloc(128 * 1024, 'x')
  for (let posts = 0; posts < 300; posts++) await post(full)
  const began = Date.now()
  let status = 200
  while (status === 200 && Date.now() - began < 10_000) status = (await post('x')).status
  expect(status).toBe(410)
})

test('messages whose answers are not read hold up the next ones, and lose none', async () => {
  let heard = 0
  const body = 'x'.repeat(100 * 1024)
  await using upstream = await httpUpstream((_, response) => {
    heard++
    response.end(body)
  })
  await using gateway = await testGateway()
  await gateway.deploy(chat({ $default: httpProxy(upstream.url) }))
  await using client = await open(gateway)
  client.socket.pause()
  const many = 300
  for (let sent = 0; sent < many; sent++) client.send('x')
  // It stands still once nothing leaves any more.
  let before = -1
  await expect
    .poll(
      () => {
        const isStill = heard > 0 && heard === before
        before = heard
        return isStill
      },
      { interval: 300, timeout: 20_000 },
    )
    .toBe(true)
  client.socket.resume()
  for (let read = 0; read < many; read++) expect((await client.next()).length).toBe(body.length)
})

test('pings that come faster than pongs leave are answered by the last pong', async () => {
  await using gateway = await testGateway()
  await gateway.deploy(chat({ $default: says(`'ok'`) }))
  await using client = await rawClient(gateway, handshake())
  await client.until('\r\n\r\n')
  const ping = Buffer.from([0x89, 0x80, 0, 0, 0, 0])
  const last = Buffer.concat([Buffer.from([0x89, 0x84, 0, 0, 0, 0]), Buffer.from('last')])
  client.socket.write(Buffer.concat([...Array.from({ length: 5_000 }, () => ping), last]))
  const pongs = (await client.until('last')).split('\x8a\x00').length - 1
  expect(pongs).toBeLessThan(2_500)
})

test.each([
  ['announce a body', { 'Content-Length': '5' }],
  ['stream a body', { 'Transfer-Encoding': 'chunked' }],
  ['have no proper key', { 'Sec-WebSocket-Key': 'short' }],
  ['speak another version', { 'Sec-WebSocket-Version': '8' }],
  ['name no proper protocol', { 'Sec-WebSocket-Protocol': 'a,,b' }],
  ['name a protocol twice', { 'Sec-WebSocket-Protocol': 'a, a' }],
])('handshakes that %s open nothing, and $connect does not hear of them', async (_, headers) => {
  await using gateway = await testGateway()
  await gateway.deploy(chat({ $connect: says(`'ok'`) }))
  await using client = await rawClient(gateway, handshake(headers))
  expect(await client.until('UPGRADE_REQUIRED')).toMatch(/^HTTP\/1\.1 426 /)
  expect((await gateway.controlPlane.recorded(1)).map(({ path }) => path)).not.toContain('$connect')
})

test('a client that was refused and does not close is closed', async () => {
  await using gateway = await testGateway({ graceMs: 600_000 })
  await gateway.deploy(chat({ $connect: `exports.handler = async () => ({ statusCode: 403 })` }))
  await using client = await rawClient(gateway, handshake())
  expect(await client.until('\r\n\r\n')).toMatch(/^HTTP\/1\.1 403 /)
  await gateway.gateway.close()
})

test('a connection that has not opened when the time of a closing gateway is over is cut', async () => {
  const asked = signal<void>()
  await using upstream = await httpUpstream(() => asked.resolve())
  await using gateway = await testGateway({ graceMs: 50 })
  await gateway.deploy(chat({ $connect: httpProxy(upstream.url, { timeoutMs: 600_000 }) }))
  await using client = await rawClient(gateway, handshake())
  await asked.promise
  const gone = once(client.socket, 'end')
  await gateway.gateway.close()
  expect(await gone).toEqual([])
})

test('$disconnect hears of a client that left while $connect let it in', async () => {
  const asked = signal<() => void>()
  const told = signal<string>()
  await using upstream = await httpUpstream((request, response) => {
    if (request.url === '/connect') asked.resolve(() => response.end())
    else {
      told.resolve(request.url ?? '')
      response.end()
    }
  })
  await using gateway = await testGateway()
  await gateway.deploy(
    chat({
      $connect: httpProxy(`${upstream.url}/connect`),
      $disconnect: httpProxy(`${upstream.url}/gone`, { method: 'POST' }),
    }),
  )
  await using client = await rawClient(gateway, handshake())
  const letIn = await asked.promise
  client.socket.destroy()
  await once(client.socket, 'close')
  await gateway.call('/')
  letIn()
  expect(await told.promise).toBe('/gone')
})

test('a stage that is taken away while $connect runs closes what it opens', async () => {
  const asked = signal<() => void>()
  await using upstream = await httpUpstream((_, response) => asked.resolve(() => response.end()))
  await using gateway = await testGateway()
  await gateway.deploy(chat({ $connect: httpProxy(upstream.url) }))
  const opening = open(gateway)
  const letIn = await asked.promise
  gateway.controlPlane.stages.clear()
  await gateway.controlPlane.push()
  letIn()
  await using client = await opening
  expect(await client.closed).toBe('1001 The stage is no longer served')
})

test('a stage that becomes an HTTP API closes its connections', async () => {
  await using gateway = await testGateway()
  await gateway.deploy(chat({ $default: says(`'ok'`) }))
  await using client = await open(gateway)
  const { websocket: _, ...rest } = chat({})
  await gateway.deploy({ ...rest, api: { ...rest.api, type: 'REST' } }, { version: 2 })
  expect(await client.closed).toBe('1001 The stage is no longer served')
})

const proxied = (url: string): BundleIntegration => httpProxy(url, { timeoutMs: 1_000 })
const mapped = (url: string): BundleIntegration =>
  httpProxy(url, { proxy: false, timeoutMs: 1_000, responses: [{ pattern: null, status: 200 }] })

test.each([
  ['passed through', proxied],
  ['mapped', mapped],
])('an answer that never ends is cut after the time of its integration: %s', async (_, integration) => {
  const cut = signal<void>()
  await using upstream = await httpUpstream((_, response) => {
    response.write('a beginning')
    response.once('close', () => cut.resolve())
  })
  await using gateway = await testGateway()
  await gateway.deploy(chat({ $default: integration(upstream.url) }))
  await using client = await open(gateway)
  client.send('x')
  expect(await client.nextJson()).toMatchObject({ code: 'UPSTREAM_TIMEOUT' })
  await cut.promise
})

test('an answer that is larger than a message is cut, and so is one that nobody hears', async () => {
  const cut = signal<void>()
  const began = signal<void>()
  const unheard = signal<void>()
  await using upstream = await httpUpstream((request, response) => {
    const isLarge = request.url === '/large'
    response.write(isLarge ? randomBytes(200 * 1024) : 'a beginning')
    if (!isLarge) began.resolve()
    response.once('close', () => (isLarge ? cut : unheard).resolve())
  })
  await using gateway = await testGateway()
  const integration = (path: string) => httpProxy(upstream.url + path, { timeoutMs: 600_000 })
  await gateway.deploy(chat({ large: integration('/large'), $default: integration('/endless') }))
  await using client = await open(gateway)
  client.send({ action: 'large' })
  expect(await client.nextJson()).toMatchObject({ code: 'UPSTREAM_TOO_LARGE' })
  await cut.promise
  client.send('x')
  await began.promise
  await gateway.call('/')
  client.socket.close()
  await unheard.promise
})
