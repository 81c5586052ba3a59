import type net from 'node:net'
import { PassThrough, Readable } from 'node:stream'
import {
  closedPort,
  echoUpstream,
  hangingUpstream,
  httpUpstream,
  rawUpstream,
  type SeenRequest,
  tlsUpstream,
} from '@penstock/testkit/upstreams'
import { describe, expect, test } from 'vitest'
import { classifyUpstreamError } from '../upstream/classify-error.ts'
import type { UpstreamCall, UpstreamRequest, WireClient } from './client.ts'
import { httpCores, type HttpCoreName } from './http-core.ts'
import { signalled } from './wire.fixture.ts'
import { unverifiedTls, usualTls } from './upstream-tls.ts'

interface Called {
  readonly status: number
  readonly headers: readonly string[]
  readonly body: string
}

function requestTo(origin: string, more: Partial<UpstreamRequest> = {}): UpstreamRequest {
  return {
    origin,
    path: '/',
    method: 'GET',
    headers: [],
    body: null,
    timeoutMs: 5_000,
    tls: usualTls,
    ...more,
  }
}

function call(client: WireClient, request: UpstreamRequest): Promise<Called> {
  return new Promise((resolve, reject) => {
    const parts: Uint8Array[] = []
    let answer = { status: 0, headers: [] as string[] }
    client.send(request, {
      head: (status, headers) => (answer = { status, headers: headers.raw() }),
      data: (chunk) => {
        parts.push(chunk)
        return true
      },
      end: () => resolve({ ...answer, body: Buffer.concat(parts).toString('latin1') }),
      error: reject,
    })
  })
}

/** The code that a call which fails is known by. */
async function failureOf(client: WireClient, request: UpstreamRequest): Promise<string> {
  let answered = false
  const error = await new Promise<Error>((resolve, reject) =>
    client.send(request, {
      head: () => (answered = true),
      data: () => true,
      end: () => reject(new Error('answered')),
      error: resolve,
    }),
  )
  return classifyUpstreamError(error, { ...request, answered }).code
}

/** An upstream that answers each request, once its head is there, with the next of these texts. */
function scripted(...answers: string[]) {
  const sockets: net.Socket[] = []
  return rawUpstream((socket, count) => {
    if (!sockets.includes(socket)) sockets.push(socket)
    socket.write(answers[Math.min(count, answers.length) - 1] ?? '', 'latin1')
  }).then((upstream) => ({ ...upstream, sockets }))
}

function startedOf(core: HttpCoreName, connections: number) {
  const client = httpCores[core].client({ connections, connectTimeoutMs: 1_000 })
  return { client, [Symbol.asyncDispose]: () => client.close() }
}

describe.each(Object.keys(httpCores) as HttpCoreName[])('a client of the %s core', (core) => {
  const started = (connections = 2) => startedOf(core, connections)

  test('sends method, path, headers and body as they are, with the host of the origin', async () => {
    await using upstream = await echoUpstream()
    await using own = started()
    const { body } = await call(
      own.client,
      requestTo(upstream.url, {
        method: 'PATCH',
        path: '/a%2Fb?x=1',
        headers: ['X-Own', 'v', 'x-own', 'w'],
        body: Buffer.from('text'),
      }),
    )
    const seen = JSON.parse(body) as SeenRequest
    expect(seen).toMatchObject({ method: 'PATCH', target: '/a%2Fb?x=1', body: 'text' })
    expect(seen.headers).toMatchObject({
      'x-own': 'v, w',
      host: `127.0.0.1:${upstream.port}`,
      'content-length': '4',
    })
  })

  test('streams a body, with and without a length', async () => {
    await using upstream = await echoUpstream()
    await using own = started()
    const sent = (headers: string[]) =>
      call(
        own.client,
        requestTo(upstream.url, {
          method: 'POST',
          headers,
          body: Readable.from([Buffer.from('ab'), Buffer.from('c')]),
        }),
      )
    const counted = JSON.parse((await sent(['Content-Length', '3'])).body) as SeenRequest
    expect([counted.body, counted.headers['content-length']]).toEqual(['abc', '3'])
    const chunked = JSON.parse((await sent([])).body) as SeenRequest
    expect(chunked.body).toBe('abc')
  })

  test('a POST without a body says so', async () => {
    await using upstream = await echoUpstream()
    await using own = started()
    const { body } = await call(own.client, requestTo(upstream.url, { method: 'POST' }))
    expect((JSON.parse(body) as SeenRequest).headers['content-length']).toBe('0')
  })

  test.each([
    ['of a given length', 'HTTP/1.1 200 OK\r\nContent-Length: 5\r\nX: y\r\n\r\nhello', 'hello'],
    [
      'in chunks',
      'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2;e=1\r\nhe\r\n3\r\nllo\r\n0\r\nT: v\r\n\r\n',
      'hello',
    ],
    ['without a body at 204', 'HTTP/1.1 204 No Content\r\n\r\n', ''],
  ])('reads an answer %s, and the connection serves again', async (_, bytes, body) => {
    await using upstream = await scripted(bytes)
    await using own = started(1)
    expect((await call(own.client, requestTo(upstream.url))).body).toBe(body)
    expect((await call(own.client, requestTo(upstream.url))).body).toBe(body)
    expect(upstream.sockets).toHaveLength(1)
  })

  test('reads an answer that ends with its connection, and one that announces a body to HEAD', async () => {
    await using upstream = await rawUpstream((socket) =>
      socket.end('HTTP/1.1 200 OK\r\nContent-Type: a\r\n\r\nall'),
    )
    await using own = started()
    expect((await call(own.client, requestTo(upstream.url))).body).toBe('all')
    await using announcing = await scripted('HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\n')
    expect(await call(own.client, requestTo(announcing.url, { method: 'HEAD' }))).toMatchObject({
      status: 200,
      body: '',
    })
  })

  test.each<[string, string, string?]>([
    [
      'a length and chunks',
      'HTTP/1.1 200 OK\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n',
      'UPSTREAM_WRONG_LENGTH',
    ],
    [
      'two lengths',
      'HTTP/1.1 200 OK\r\nContent-Length: 2\r\nContent-Length: 3\r\n\r\nabc',
      'UPSTREAM_WRONG_LENGTH',
    ],
    ['no number as its length', 'HTTP/1.1 200 OK\r\nContent-Length: +2\r\n\r\nab'],
    ['a bare line feed', 'HTTP/1.1 200 OK\nContent-Length: 2\n\nab'],
    ['a blank before a colon', 'HTTP/1.1 200 OK\r\nContent-Length : 2\r\n\r\nab'],
    ['a control in a value', 'HTTP/1.1 200 OK\r\nA: \x01\r\nContent-Length: 2\r\n\r\nab'],
    ['another protocol', '220 mail ESMTP\r\n'],
    ['another version', 'HTTP/3.0 200 OK\r\n\r\n'],
    ['a status that is none', 'HTTP/1.1 2x0 OK\r\n\r\n'],
  ])('an answer with %s is none', async (_, bytes, codeOfUndici = 'UPSTREAM_NOT_HTTP') => {
    await using upstream = await scripted(bytes)
    await using own = started()
    expect(await failureOf(own.client, requestTo(upstream.url))).toBe(
      core === 'own' ? 'UPSTREAM_NOT_HTTP' : codeOfUndici,
    )
  })

  test('broken chunks break the answer off', async () => {
    await using upstream = await scripted('HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n1\r\nab')
    await using own = started()
    expect(await failureOf(own.client, requestTo(upstream.url))).toBe('UPSTREAM_NOT_HTTP')
  })

  test('a head without end is too large', async () => {
    await using upstream = await scripted(`HTTP/1.1 200 OK\r\nA: ${'a'.repeat(100_000)}`)
    await using own = started()
    expect(await failureOf(own.client, requestTo(upstream.url))).toBe('UPSTREAM_NOT_HTTP')
  })

  test('what follows an answer is not taken for the next one', async () => {
    const two = 'HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n'
    await using upstream = await scripted(
      `${two}okHTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\nevil`,
      `${two}ok`,
    )
    await using own = started()
    for (let i = 0; i < 3; i++) expect((await call(own.client, requestTo(upstream.url))).body).toBe('ok')
  })

  test('what comes while there is no call is not taken for the next answer', async () => {
    const answer = (text: string) => `HTTP/1.1 200 OK\r\nContent-Length: ${text.length}\r\n\r\n${text}`
    const closed = signalled()
    await using upstream = await rawUpstream((socket, count) => {
      socket.write(answer(`good${count}`))
      if (count > 1) return
      socket.on('close', closed.resolve)
      setImmediate(() => setImmediate(() => socket.write(answer('evil'))))
    })
    await using own = started()
    expect((await call(own.client, requestTo(upstream.url))).body).toBe('good1')
    await closed.promise
    expect((await call(own.client, requestTo(upstream.url))).body).toBe('good2')
  })

  test('calls beyond the connections wait for one', async () => {
    let most = 0
    let now = 0
    await using upstream = await httpUpstream((request, response) => {
      most = Math.max(most, ++now)
      setImmediate(() => {
        now--
        response.end(request.url)
      })
    })
    await using own = started()
    const paths = Array.from({ length: 20 }, (_, at) => `/${at}`)
    const bodies = await Promise.all(paths.map((path) => call(own.client, requestTo(upstream.url, { path }))))
    expect(bodies.map(({ body }) => body)).toEqual(paths)
    expect(most).toBeLessThanOrEqual(2)
  })

  test('a head that does not come in time is a timeout, a refused connection is refused', async () => {
    await using upstream = await hangingUpstream()
    await using own = started()
    expect(await failureOf(own.client, requestTo(upstream.url, { timeoutMs: 80 }))).toBe('UPSTREAM_TIMEOUT')
    const refusing = `http://127.0.0.1:${await closedPort()}`
    expect(await failureOf(own.client, requestTo(refusing))).toBe('UPSTREAM_REFUSED')
  })

  test('an upstream that closes: before the head, in counted and in chunked bodies', async () => {
    await using own = started()
    const failing = async (bytes: string) => {
      await using upstream = await rawUpstream((socket) => socket.end(bytes))
      return await failureOf(own.client, requestTo(upstream.url))
    }
    expect(await failing('')).toBe('UPSTREAM_RESET')
    expect(await failing('HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nhalf')).toBe('UPSTREAM_CLOSED_EARLY')
    expect(await failing('HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhe')).toBe(
      'UPSTREAM_CLOSED_EARLY',
    )
  })

  test('a call that is aborted closes its connection and is heard of no more', async () => {
    const asked = signalled()
    const closed = signalled()
    await using upstream = await rawUpstream((socket) => {
      socket.on('close', closed.resolve)
      asked.resolve()
    })
    await using own = started()
    const heard: string[] = []
    const made = own.client.send(requestTo(upstream.url), {
      head: () => heard.push('head'),
      data: () => true,
      end: () => heard.push('end'),
      error: () => heard.push('error'),
    })
    await asked.promise
    made.abort()
    await closed.promise
    expect(heard).toEqual([])
  })

  test('whoever takes no more holds the upstream up, until it resumes', async () => {
    const size = 20 * 1024 * 1024
    let written = 0
    await using upstream = await httpUpstream((_, response) => {
      response.writeHead(200, { 'Content-Length': size })
      const chunk = Buffer.alloc(64 * 1024)
      const pump = () => {
        while (written < size) {
          written += chunk.length
          if (!response.write(chunk)) return response.once('drain', pump)
        }
        response.end()
      }
      pump()
    })
    await using own = started()
    let received = 0
    let largest = 0
    await new Promise<void>((resolve, reject) => {
      const made: UpstreamCall = own.client.send(requestTo(upstream.url), {
        head: () => undefined,
        data(chunk) {
          received += chunk.byteLength
          largest = Math.max(largest, written - received)
          setImmediate(() => made.resume())
          return false
        },
        end: resolve,
        error: reject,
      })
    })
    expect(received).toBe(size)
    expect(largest).toBeLessThan(size)
  })

  test('a body that ends early fails the call, and the stream is left to whose it is', async () => {
    await using upstream = await hangingUpstream()
    await using own = started()
    const body = new PassThrough()
    body.write('part')
    const failed = failureOf(
      own.client,
      requestTo(upstream.url, { method: 'PUT', headers: ['Content-Length', '9'], body }),
    )
    setImmediate(() => body.end())
    expect(await failed).toBe('CLIENT_GONE')
  })

  test.each<[string, Partial<UpstreamRequest>]>([
    ['a line in a header', { headers: ['A', 'b\r\nC: d'] }],
    ['a blank in the path', { path: '/a b' }],
    ['a line in the path', { path: '/a\r\nb' }],
    ['no method', { method: 'GET /' }],
    ['a tunnel', { method: 'CONNECT' }],
    ['a framing of its own', { headers: ['Transfer-Encoding', 'chunked'] }],
  ])('a request with %s is not sent', async (_, wrong) => {
    let asked = 0
    await using upstream = await rawUpstream((socket) => {
      asked++
      socket.end()
    })
    await using own = started()
    expect(await failureOf(own.client, requestTo(upstream.url, wrong))).toBe('MAPPING_FAILED')
    expect(asked).toBe(0)
  })

  test('a handler that throws fails its own call only', async () => {
    await using upstream = await echoUpstream()
    await using own = started()
    const error = await new Promise<Error>((resolve, reject) =>
      own.client.send(requestTo(upstream.url), {
        head() {
          throw new Error('own fault')
        },
        data: () => true,
        end: () => reject(new Error('ended')),
        error: resolve,
      }),
    )
    expect(error.message).toBe('own fault')
    expect((await call(own.client, requestTo(upstream.url))).status).toBe(200)
  })

  test('TLS: a certificate that nobody trusts is refused unless that is asked for', async () => {
    await using upstream = await tlsUpstream((_, response) => response.end('secret'))
    await using own = started()
    expect(await failureOf(own.client, requestTo(upstream.url))).toBe('UPSTREAM_TLS_FAILED')
    for (let i = 0; i < 2; i++)
      expect((await call(own.client, requestTo(upstream.url, { tls: unverifiedTls }))).body).toBe('secret')
    await using plain = await echoUpstream()
    const wrong = requestTo(plain.url.replace('http', 'https'))
    expect(await failureOf(own.client, wrong)).toBe('UPSTREAM_TLS_FAILED')
  })
})

/**
 * What undici does not hold: it refuses a 100 that it didn't ask for, waits for the body that a 304 announces, and keeps
 * blanks behind a value.
 */
describe('a client of the own core besides', () => {
  const started = () => startedOf('own', 2)

  test.each([
    [
      'after interim answers',
      'HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 103 Early\r\nL: x\r\n\r\nHTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok',
      'ok',
    ],
    [
      'without a body at 304 though it has a length',
      'HTTP/1.1 304 Not Modified\r\nContent-Length: 5\r\n\r\n',
      '',
    ],
  ])('reads an answer %s', async (_, bytes, body) => {
    await using upstream = await scripted(bytes)
    await using own = started()
    for (let i = 0; i < 2; i++) expect((await call(own.client, requestTo(upstream.url))).body).toBe(body)
    expect(upstream.sockets).toHaveLength(1)
  })

  test('names and values come as they were sent', async () => {
    await using upstream = await scripted(
      'HTTP/1.1 299 Own Words\r\nX-A: 1\r\nx-a:  \xe9 \r\nContent-Length: 0\r\n\r\n',
    )
    await using own = started()
    expect(await call(own.client, requestTo(upstream.url))).toEqual({
      status: 299,
      headers: ['X-A', '1', 'x-a', '\xe9', 'Content-Length', '0'],
      body: '',
    })
  })
})
