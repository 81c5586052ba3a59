import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import http2 from 'node:http2'
import net from 'node:net'
import { once } from 'node:events'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import tls from 'node:tls'
import { loopbackCertificate, otherCertificate } from '@penstock/testkit/loopback-certificate'
import { echoUpstream, httpUpstream, rawUpstream, type SeenRequest } from '@penstock/testkit/upstreams'
import { describe, expect, test } from 'vitest'
import type { GatewayOptions } from '../options.ts'
import { handBundle, httpProxy, type TestGateway, testGateway } from '../testing.fixture.ts'
import { preface } from './http2-server.ts'
import type { HttpCoreName } from './http-core.ts'

interface Answer {
  readonly headers: http2.IncomingHttpHeaders & http2.IncomingHttpStatusHeader
  readonly body: string
}

interface Spoken extends AsyncDisposable {
  readonly gateway: TestGateway
  readonly session: http2.ClientHttp2Session
  /** A call of `orders/dev`. Rejects when its stream is broken off. */
  call(path: string, headers?: http2.OutgoingHttpHeaders, body?: string | Buffer): Promise<Answer>
}

/** Of the client alone, in megabytes: all that it sends at once waits there. */
const maxSessionMemory = 200

/** A gateway with a connection on which HTTP/2 is spoken. */
async function spoken(
  core: HttpCoreName,
  isSecure: boolean,
  limits: GatewayOptions['limits'] = {},
): Promise<Spoken> {
  const folder = await mkdtemp(join(tmpdir(), 'penstock-http2-'))
  const file = async (name: string, content: string) => {
    await writeFile(join(folder, name), content)
    return join(folder, name)
  }
  const certificates = [
    {
      certFile: await file('cert', loopbackCertificate.cert),
      keyFile: await file('key', loopbackCertificate.key),
    },
    {
      certFile: await file('cert2', otherCertificate.cert),
      keyFile: await file('key2', otherCertificate.key),
    },
  ] as const
  const gateway = await testGateway({ http: core, limits, tls: { port: 0, certificates } })
  const { url, tlsPort } = gateway.gateway
  const session = isSecure
    ? http2.connect(`https://127.0.0.1:${tlsPort}`, { ca: loopbackCertificate.cert, maxSessionMemory })
    : http2.connect(url, { maxSessionMemory })
  session.on('error', () => undefined)
  return {
    gateway,
    session,
    call: (path, headers = {}, body) =>
      new Promise((resolve, reject) => {
        const stream = session.request(
          { ':path': `/orders/dev${path}`, ...headers },
          { endStream: body === undefined },
        )
        let answered: Answer['headers'] = {}
        let text = ''
        stream.on('response', (given) => (answered = given))
        stream.setEncoding('utf8').on('data', (part: string) => (text += part))
        stream.on('error', reject)
        stream.on('close', () => (stream.rstCode === 0 ? resolve({ headers: answered, body: text }) : null))
        if (body !== undefined) stream.end(body)
      }),
    async [Symbol.asyncDispose]() {
      session.destroy()
      await gateway[Symbol.asyncDispose]()
      await rm(folder, { recursive: true })
    },
  }
}

const ways = [
  { way: 'over TLS', core: 'own', isSecure: true },
  { way: 'over TLS', core: 'node', isSecure: true },
  { way: 'without, by whoever knows', core: 'own', isSecure: false },
] as const

describe.each(ways)('HTTP/2 $way, core $core', ({ core, isSecure }) => {
  test('is passed on as HTTP/1.1: host, cookies, body of unknown length; and answered with all its lines', async () => {
    await using upstream = await echoUpstream()
    await using h2 = await spoken(core, isSecure)
    await h2.gateway.deploy(handBundle(['ANY /x'], [httpProxy(`${upstream.url}/x`)]))
    const sent = { ':method': 'POST', cookie: ['a=1', 'b=2'], 'x-a': 'y', 'content-type': 'text/plain' }
    const { headers, body } = await h2.call('/x?q=1', sent, 'hello')
    expect(headers[':status']).toBe(200)
    expect(headers['x-request-id']).toBeTruthy()
    const seen = JSON.parse(body) as SeenRequest
    expect(seen).toMatchObject({ method: 'POST', target: '/x?q=1', body: 'hello' })
    expect(seen.headers).toMatchObject({
      cookie: 'a=1; b=2',
      'x-a': 'y',
      'x-forwarded-proto': isSecure ? 'https' : 'http',
      'x-forwarded-host': isSecure
        ? `127.0.0.1:${h2.gateway.gateway.tlsPort}`
        : new URL(h2.gateway.gateway.url).host,
    })
  })

  test('cookies that are set stay apart; HEAD, 204 and 404 have no more than they may', async () => {
    await using upstream = await httpUpstream((request, response) => {
      response.setHeader('Set-Cookie', ['a=1', 'b=2'])
      response.setHeader('Connection', 'keep-alive, x-hop')
      if (request.method === 'HEAD') response.setHeader('Content-Length', 4)
      response.statusCode = request.url === '/none' ? 204 : 200
      response.end(request.url === '/none' ? undefined : 'body')
    })
    await using h2 = await spoken(core, isSecure)
    await h2.gateway.deploy(handBundle(['ANY /{p+}'], [httpProxy(`${upstream.url}/{p}`)]))
    const { headers, body } = await h2.call('/x')
    expect([headers['set-cookie'], headers.connection, body]).toEqual([['a=1', 'b=2'], undefined, 'body'])
    const head = await h2.call('/x', { ':method': 'HEAD' })
    expect([head.headers[':status'], head.headers['content-length'], head.body]).toEqual([200, '4', ''])
    expect((await h2.call('/none')).headers[':status']).toBe(204)
    const other = await h2.call('/x', { ':path': '/nobody/dev/x' })
    expect(other.headers[':status']).toBe(404)
    expect(JSON.parse(other.body)).toMatchObject({ code: 'API_NOT_SERVED' })
  })

  test('megabytes pass in both directions, on many streams at once', async () => {
    await using upstream = await httpUpstream((request, response) => void request.pipe(response))
    await using h2 = await spoken(core, isSecure)
    await h2.gateway.deploy(handBundle(['ANY /x'], [httpProxy(upstream.url)]))
    const bodies = Array.from({ length: 40 }, (_, at) =>
      String.fromCharCode(97 + (at % 26)).repeat(700_000 + at),
    )
    const answers = await Promise.all(bodies.map((body) => h2.call('/x', { ':method': 'POST' }, body)))
    expect(answers.every(({ body }, at) => body === bodies[at])).toBe(true)
  })

  test('a client that cancels has the call to the backend cancelled, and the others go on', async () => {
    let cancelled = () => {}
    const gone = new Promise<void>((resolve) => (cancelled = resolve))
    let arrived = () => {}
    const asked = new Promise<void>((resolve) => (arrived = resolve))
    await using upstream = await httpUpstream((request, response) => {
      if (request.url !== '/slow') return void response.end('quick')
      request.socket.once('close', cancelled)
      arrived()
    })
    await using h2 = await spoken(core, isSecure)
    await h2.gateway.deploy(
      handBundle(
        ['GET /slow', 'GET /quick'],
        ['slow', 'quick'].map((path) => httpProxy(`${upstream.url}/${path}`)),
      ),
    )
    const stream = h2.session.request({ ':path': '/orders/dev/slow' })
    stream.on('error', () => undefined)
    await asked
    stream.close(http2.constants.NGHTTP2_CANCEL)
    await gone
    expect((await h2.call('/quick')).body).toBe('quick')
    const [record] = await h2.gateway.controlPlane.recorded(1)
    expect(record?.status).toBe(499)
  })

  test('headers keep their bytes, and none of a connection is passed on', async () => {
    const lines = 'X-Name: caf\u00c3\u00a9\r\nHTTP2-Settings: AAA\r\nProxy-Connection: x\r\nUpgrade: h2c'
    const answer = `HTTP/1.1 200 OK\r\nContent-Length: 2\r\n${lines}\r\n\r\nok`
    await using upstream = await rawUpstream((socket) => socket.end(answer, 'latin1'))
    await using h2 = await spoken(core, isSecure)
    await h2.gateway.deploy(handBundle(['GET /x'], [httpProxy(upstream.url)]))
    const { headers, body } = await h2.call('/x')
    expect([headers[':status'], body]).toEqual([200, 'ok'])
    expect(Buffer.from(String(headers['x-name']), 'latin1').toString('utf8')).toBe('café')
    for (const name of ['http2-settings', 'proxy-connection', 'upgrade'])
      expect(headers).not.toHaveProperty(name)
  })

  test('what a client does not take is given up with the call to the backend', async () => {
    let gone = () => {}
    const closed = new Promise<void>((resolve) => (gone = resolve))
    await using upstream = await httpUpstream((_, response) => {
      response.on('close', gone)
      const more = () => {
        while (response.write(Buffer.alloc(65_536)));
      }
      response.on('drain', more)
      more()
    })
    await using h2 = await spoken(core, isSecure, { requestTimeoutMs: 300 })
    await h2.gateway.deploy(handBundle(['GET /x'], [httpProxy(upstream.url)]))
    const stream = h2.session.request({ ':path': '/orders/dev/x' })
    stream.on('error', () => undefined)
    await once(stream, 'response')
    await closed
    const [record] = await h2.gateway.controlPlane.recorded(1)
    expect(record?.status).toBe(499)
  })

  test('a connection without requests ends in time, whatever else is sent on it', async () => {
    await using h2 = await spoken(core, isSecure, { idleTimeoutMs: 300 })
    await once(h2.session, 'remoteSettings')
    const again = () => void (h2.session.closed || h2.session.destroyed || h2.session.ping(again))
    again()
    await once(h2.session, 'close')
    expect(h2.session.destroyed).toBe(true)
  })

  test('an answer that breaks off is broken off', async () => {
    await using upstream = await httpUpstream((_, response) => {
      response.write('some', () => response.destroy())
    })
    await using h2 = await spoken(core, isSecure)
    await h2.gateway.deploy(handBundle(['GET /x'], [httpProxy(upstream.url)]))
    await expect(h2.call('/x')).rejects.toThrow(/NGHTTP2_INTERNAL_ERROR/)
  })

  test('an answer that comes before all of the request ends the request', async () => {
    await using h2 = await spoken(core, isSecure)
    await h2.gateway.deploy(handBundle(['POST /x'], [{ kind: 'example' }]))
    const stream = h2.session.request(
      { ':method': 'POST', ':path': '/orders/dev/none' },
      { endStream: false },
    )
    stream.on('error', () => undefined)
    const [headers] = (await once(stream, 'response')) as [Answer['headers']]
    expect(headers[':status']).toBe(404)
    stream.resume()
    await once(stream, 'close')
    expect(stream.rstCode).toBe(http2.constants.NGHTTP2_NO_ERROR)
  })

  test('close lets what is under way finish, and says that nothing more is taken', async () => {
    let release = () => {}
    let arrived = () => {}
    const asked = new Promise<void>((resolve) => (arrived = resolve))
    await using upstream = await httpUpstream((_, response) => {
      release = () => response.end('finished')
      arrived()
    })
    await using h2 = await spoken(core, isSecure)
    await h2.gateway.deploy(handBundle(['GET /x'], [httpProxy(upstream.url)]))
    const call = h2.call('/x')
    await asked
    const goaway = once(h2.session, 'goaway')
    const closed = h2.gateway.gateway.close()
    await goaway
    release()
    expect((await call).body).toBe('finished')
    await closed
  })
})

/** Frames as RFC 9113 §4 has them, their headers as literals (RFC 7541 §6.2.2), so that anything can be said. */
function frame(type: number, flags: number, stream: number, payload: Buffer): Buffer {
  const head = Buffer.alloc(9)
  head.writeUIntBE(payload.length, 0, 3)
  head.writeUInt8(type, 3)
  head.writeUInt8(flags, 4)
  head.writeUInt32BE(stream, 5)
  return Buffer.concat([head, payload])
}

function fields(...pairs: readonly (readonly [string, string])[]): Buffer {
  const text = (value: string) => Buffer.concat([Buffer.from([value.length]), Buffer.from(value, 'latin1')])
  return Buffer.concat(
    pairs.map(([name, value]) => Buffer.concat([Buffer.from([0]), text(name), text(value)])),
  )
}

const whole = [
  [':method', 'POST'],
  [':scheme', 'http'],
  [':path', '/orders/dev/x'],
  [':authority', 'x'],
] as const
const settings = frame(4, 0, 0, Buffer.alloc(0))
const headersOf = (...more: readonly (readonly [string, string])[]) =>
  frame(1, 4, 1, fields(...whole, ...more))
const data = (text: string) => frame(0, 1, 1, Buffer.from(text))
const evil = 'GET /evil HTTP/1.1\r\nHost: x\r\n\r\n'

test.each([
  ['a length that is shorter than the body', [headersOf(['content-length', '0']), data(evil)]],
  ['a length that is longer than the body', [headersOf(['content-length', '99']), data('hello')]],
  ['two lengths', [headersOf(['content-length', '5'], ['content-length', '6']), data('hello')]],
  ['an encoding of HTTP/1.1', [headersOf(['transfer-encoding', 'chunked']), data(`0\r\n\r\n${evil}`)]],
  ['a line break in a name', [headersOf([`x: y\r\n\r\n${evil}`, 'z']), data('')]],
  ['capitals in a name', [headersOf(['Content-Length', '5']), data('hello')]],
  [
    'a connection header',
    [headersOf(['connection', 'content-length'], ['content-length', '5']), data('hello')],
  ],
  [
    'a request line in the path',
    [
      frame(
        1,
        4,
        1,
        fields(whole[0], whole[1], [':path', `/orders/dev/x HTTP/1.1\r\n\r\n${evil}`], whole[3]),
      ),
      data(''),
    ],
  ],
  [
    'a request line in the method',
    [frame(1, 4, 1, fields([':method', `GET /evil HTTP/1.1`], ...whole.slice(1))), data('')],
  ],
  ['no path', [frame(1, 4, 1, fields(whole[0], whole[1], whole[3])), data('')]],
  ['two paths', [headersOf([':path', '/evil']), data('')]],
])('no trick makes two requests of one on the way to HTTP/1.1: %s', async (_, frames) => {
  const seen: string[] = []
  await using upstream = await httpUpstream((request, response) => {
    request.resume().on('end', () => {
      seen.push(`${request.method} ${request.url}`)
      response.end('done')
    })
  })
  await using gateway = await testGateway({ http: 'own' })
  await gateway.deploy(handBundle(['ANY /x'], [httpProxy(`${upstream.url}/x`)]))
  const socket = net.connect(Number(new URL(gateway.gateway.url).port), '127.0.0.1')
  socket.on('error', () => undefined)
  socket.write(Buffer.concat([preface, settings, ...frames]))
  let came = Buffer.alloc(0)
  // Until the stream, or the connection, is broken off: RST_STREAM is 3, GOAWAY 7, and an answer begins with HEADERS, 1.
  for await (const part of socket) {
    came = Buffer.concat([came, part as Buffer])
    if (typesOf(came).some((type) => type === 3 || type === 7 || type === 1)) break
  }
  expect(typesOf(came)).not.toContain(1)
  socket.destroy()
  // Whatever was on its way to the backend by then is behind this.
  expect((await gateway.call('/x')).status).toBe(200)
  expect(seen).toEqual(['GET /x'])
})

test('a connection whose head comes byte by byte ends in time', async () => {
  await using gateway = await testGateway({ http: 'own', limits: { idleTimeoutMs: 300 } })
  const socket = net.connect(Number(new URL(gateway.gateway.url).port), '127.0.0.1')
  socket.on('error', () => undefined)
  // A head that announces 200 octets of a value, and says one at a time of them.
  const head = Buffer.concat([fields(...whole), Buffer.from([0, 1, 120, 127, 73])])
  const announced = Buffer.alloc(9)
  announced.writeUIntBE(head.length + 200, 0, 3)
  announced.set([1, 4], 3)
  announced.writeUInt32BE(1, 5)
  socket.write(Buffer.concat([preface, settings, announced, head]))
  const dribble = setInterval(() => socket.write('x'), 20)
  socket.resume()
  await once(socket, 'close')
  clearInterval(dribble)
  // 200 of them would have taken four seconds, and then there would have been an answer.
  expect(socket.bytesWritten).toBeLessThan(300)
})

test('a value with a line break in it is not passed on', async () => {
  await using upstream = await echoUpstream()
  await using gateway = await testGateway({ http: 'own' })
  await gateway.deploy(handBundle(['ANY /x'], [httpProxy(`${upstream.url}/x`)]))
  const socket = net.connect(Number(new URL(gateway.gateway.url).port), '127.0.0.1')
  const frames = [headersOf(['x', `y\r\n\r\n${evil}`], ['x-next', 'z']), data('')]
  socket.write(Buffer.concat([preface, settings, ...frames]))
  let text = ''
  for await (const part of socket.setEncoding('latin1')) {
    text += String(part)
    if (text.includes('x-next')) break
  }
  expect(text).not.toContain('evil')
})

function typesOf(bytes: Buffer): number[] {
  const types: number[] = []
  for (let at = 0; at + 9 <= bytes.length; at += 9 + bytes.readUIntBE(at, 3))
    types.push(bytes.readUInt8(at + 3))
  return types
}

test.each([
  ['other.example', 'other.example'],
  ['a.other.example', 'other.example'],
  ['localhost', 'localhost'],
  ['of.nobody', 'localhost'],
])('whoever names %s is shown the certificate of %s', async (name, subject) => {
  await using h2 = await spoken('own', true)
  const socket = tls.connect({
    port: h2.gateway.gateway.tlsPort!,
    host: '127.0.0.1',
    servername: name,
    rejectUnauthorized: false,
  })
  await once(socket, 'secureConnect')
  expect(socket.getPeerCertificate().subject.CN).toBe(subject)
  socket.destroy()
})
