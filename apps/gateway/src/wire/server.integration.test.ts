import { describe, expect, test } from 'vitest'
import { httpCores, type HttpCoreName } from './http-core.ts'
import { headerValues } from '../headers.ts'
import { requestHeader, type WireHandler, type WireRequest, type WireServerOptions } from './server.ts'
import { collecting, RawClient, rawExchange, seenOf, signalled, wireServer } from './wire.fixture.ts'

const close = 'Connection: close\r\n'
const get = (path: string, more = '') => `GET ${path} HTTP/1.1\r\nHost: x\r\n${more}\r\n`
const body = (text: string) => text.slice(text.indexOf('\r\n\r\n') + 4)

/** What the pipeline relies on, whichever core is in front. */
describe.each(Object.keys(httpCores) as HttpCoreName[])('a server of the %s core', (core) => {
  test('hands over method, target, version, headers and body as they came', async () => {
    const { handler, seen } = collecting()
    await using server = await wireServer(core, handler)
    const text = await rawExchange(server.port, [
      `POST /a%2Fb?x=1&y=%C3 HTTP/1.1\r\nHost: x:80\r\nX-Own:  a\tb \r\nx-own: \xe9\r\nContent-Length: 4\r\n${close}\r\ntext`,
    ])
    expect(text).toMatch(/^HTTP\/1\.1 200 OK\r\n/)
    expect(seen).toEqual([
      {
        method: 'POST',
        target: '/a%2Fb?x=1&y=%C3',
        version: '1.1',
        headers: [
          'Host',
          'x:80',
          'X-Own',
          'a\tb',
          'x-own',
          '\xe9',
          'Content-Length',
          '4',
          'Connection',
          'close',
        ],
        body: 'text',
      },
    ])
  })

  test('reads the same whatever pieces it comes in', async () => {
    const { handler, seen } = collecting()
    await using server = await wireServer(core, handler)
    const bytes = `POST /x HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n2;e="\\""\r\nde\r\n0\r\nT: v\r\n\r\n${get('/y', close)}`
    await rawExchange(server.port, [bytes])
    await rawExchange(server.port, bytes.split(''))
    await rawExchange(server.port, [bytes.slice(0, 70), bytes.slice(70)])
    expect(seen.map(({ target, body: read }) => `${target} ${read}`)).toEqual(
      Array(3).fill(['/x abcde', '/y ']).flat(),
    )
  })

  test('takes a target in absolute form for its path', async () => {
    const { handler, seen } = collecting()
    await using server = await wireServer(core, handler)
    for (const target of ['http://x/a?b', 'http://x', 'http://x?q', '*'])
      await rawExchange(server.port, [
        `${target === '*' ? 'OPTIONS' : 'GET'} ${target} HTTP/1.1\r\nHost: x\r\n${close}\r\n`,
      ])
    expect(seen.map(({ target }) => target)).toEqual(['/a?b', '/', '/?q', '*'])
  })

  test('answers what is pipelined in order', async () => {
    const answers: (() => void)[] = []
    const handler: WireHandler = (request, response) => {
      const answer = () => {
        response.head(200, ['Content-Length', '2'])
        response.end(request.target)
      }
      // The first answer is the last to be ready.
      if (request.target === '/a') setImmediate(() => setImmediate(answer))
      else answer()
      answers.push(answer)
    }
    await using server = await wireServer(core, handler)
    const text = await rawExchange(server.port, [get('/a') + get('/b') + get('/c', close)])
    expect(text.match(/\/[abc]/g)).toEqual(['/a', '/b', '/c'])
  })

  test('a request says the same when others came after it', async () => {
    const requests: WireRequest[] = []
    const handler: WireHandler = (request, response) => {
      requests.push(request)
      response.head(200, [])
      response.end()
    }
    await using server = await wireServer(core, handler)
    await rawExchange(server.port, [get('/a', 'X: 1\r\n') + get('/b', `Y: 2\r\n${close}`)])
    expect(requests.map(({ target, headers }) => [target, ...headers])).toEqual([
      ['/a', 'Host', 'x', 'X', '1'],
      ['/b', 'Host', 'x', 'Y', '2', 'Connection', 'close'],
    ])
    expect(requests.map((request) => requestHeader(request, 'x'))).toEqual(['1', undefined])
  })

  test('keeps a connection of HTTP/1.1 unless told otherwise, one of HTTP/1.0 when asked to', async () => {
    const { handler, seen } = collecting()
    await using server = await wireServer(core, handler)
    expect(await rawExchange(server.port, [get('/1') + get('/2', close)])).toMatch(/\/1HTTP.*\/2$/s)
    expect(await rawExchange(server.port, ['GET /3 HTTP/1.0\r\n\r\n'])).toMatch(/Connection: close/i)
    const client = new RawClient(server.port)
    client.send('GET /4 HTTP/1.0\r\nConnection: keep-alive\r\n\r\n')
    await client.until(/Connection: keep-alive.*\/4$/is)
    client.send('GET /5 HTTP/1.0\r\n\r\n')
    await client.closed
    expect(client.text).toMatch(/\/5$/)
    expect(seen).toHaveLength(5)
  })

  test('a HEAD, a 204 and a 304 have no body whatever is written, and the next answer begins behind them', async () => {
    const handler: WireHandler = (request, response) => {
      if (request.method === 'HEAD') response.head(200, ['Content-Length', '5'])
      else response.head(Number(request.target.slice(1)), [])
      response.write(Buffer.from('never'))
      response.end()
    }
    await using server = await wireServer(core, handler)
    const text = await rawExchange(server.port, [
      `HEAD /200 HTTP/1.1\r\nHost: x\r\n\r\n${get('/204')}${get('/304', close)}`,
    ])
    expect(text).not.toContain('never')
    expect(text.match(/HTTP\/1\.1 (\d+)/g)).toEqual(['HTTP/1.1 200', 'HTTP/1.1 204', 'HTTP/1.1 304'])
    expect(text).toMatch(/^HTTP\/1\.1 200 OK\r\n(?:.+\r\n)*Content-Length: 5\r\n/i)
  })

  test('a body without a length is chunked for HTTP/1.1 and ends with the connection for HTTP/1.0', async () => {
    const handler: WireHandler = (_, response) => {
      response.head(200, ['X', 'y'])
      response.write(Buffer.from('one'))
      setImmediate(() => {
        response.write(Buffer.from('two'))
        response.end(Buffer.from('three'))
      })
    }
    await using server = await wireServer(core, handler)
    const latest = await rawExchange(server.port, [get('/', close)])
    expect(latest).toMatch(/Transfer-Encoding: chunked/i)
    expect(body(latest)).toBe('3\r\none\r\n3\r\ntwo\r\n5\r\nthree\r\n0\r\n\r\n')
    const old = await rawExchange(server.port, ['GET / HTTP/1.0\r\n\r\n'])
    expect(old).not.toMatch(/Transfer-Encoding/i)
    expect(body(old)).toBe('onetwothree')
  })

  test('writes tell when the client reads slower, and the drain tells when it goes on', async () => {
    const drained = signalled()
    const handler: WireHandler = (_, response) => {
      const chunk = Buffer.alloc(64 * 1024, 'x')
      response.head(200, ['Content-Length', String(512 * chunk.length)])
      let written = 0
      const pump = () => {
        while (written < 512) {
          written++
          if (!response.write(chunk)) return
        }
        response.end()
        drained.resolve()
      }
      response.onDrain(pump)
      pump()
      expect(written).toBeLessThan(512)
    }
    await using server = await wireServer(core, handler)
    const text = await rawExchange(server.port, [get('/', close)])
    await drained.promise
    expect(body(text).length).toBe(512 * 64 * 1024)
  })

  test('a head that cannot be sent is thrown back, and another one can be sent instead', async () => {
    const thrown: unknown[] = []
    const handler: WireHandler = (_, response) => {
      for (const [status, headers] of [
        [42, []],
        [200, ['A', 'b\r\nSet-Cookie: c']],
        [200, ['A B', 'c']],
        [200, ['A', '\u0100']],
      ] as [number, string[]][])
        try {
          response.head(status, headers)
        } catch (error) {
          thrown.push(error)
        }
      response.head(500, ['Content-Length', '2'])
      response.end('no')
    }
    await using server = await wireServer(core, handler)
    const text = await rawExchange(server.port, [get('/', close)])
    expect([thrown.length, text.slice(0, 12), body(text)]).toEqual([4, 'HTTP/1.1 500', 'no'])
    expect(text).not.toContain('Set-Cookie')
  })

  test('whoever waits for an answer and goes is told of once; whoever has it is not', async () => {
    const gone: string[] = []
    const asked = signalled()
    const left = signalled()
    const handler: WireHandler = (request, response) => {
      response.onGone(() => {
        gone.push(request.target)
        left.resolve()
      })
      if (request.target === '/slow') return asked.resolve()
      response.head(200, ['Content-Length', '0'])
      response.end()
    }
    await using server = await wireServer(core, handler)
    await rawExchange(server.port, [get('/quick', close)])
    const client = new RawClient(server.port)
    client.send(get('/slow'))
    await asked.promise
    client.socket.destroy()
    await left.promise
    expect(gone).toEqual(['/slow'])
  })

  test('an answer that is destroyed does not look whole', async () => {
    const handler: WireHandler = (request, response) => {
      response.head(200, request.target === '/counted' ? ['Content-Length', '10'] : [])
      response.write(Buffer.from('part'))
      setImmediate(() => response.destroy())
    }
    await using server = await wireServer(core, handler)
    expect(await rawExchange(server.port, [get('/counted')])).not.toMatch(/part./)
    expect(await rawExchange(server.port, [get('/chunked')])).not.toContain('0\r\n\r\n')
  })

  test('100 Continue is sent before a body that is waited for', async () => {
    const { handler, seen } = collecting()
    await using server = await wireServer(core, handler)
    const client = new RawClient(server.port)
    client.send(`POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 2\r\nExpect: 100-continue\r\n${close}\r\n`)
    await client.until(/^HTTP\/1\.1 100 Continue\r\n\r\n/)
    client.send('ok')
    await client.closed
    expect([client.text.match(/HTTP\/1\.1 \d+/g), seen[0]?.body]).toEqual([
      ['HTTP/1.1 100', 'HTTP/1.1 200'],
      'ok',
    ])
  })

  test('an expectation that nobody knows is passed over', async () => {
    const { handler, seen } = collecting()
    await using server = await wireServer(core, handler)
    await rawExchange(server.port, [get('/x', `Expect: the-unexpected\r\n${close}`)])
    expect(seen.map(({ target }) => target)).toEqual(['/x'])
  })

  test('a body that nobody reads is dropped, and the connection serves on', async () => {
    const handler: WireHandler = (request, response) => {
      response.head(200, ['Content-Length', '4'])
      response.end(request.target)
    }
    await using server = await wireServer(core, handler)
    const client = new RawClient(server.port)
    client.send(`POST /one HTTP/1.1\r\nHost: x\r\nContent-Length: 300000\r\n\r\n${'x'.repeat(100_000)}`)
    await client.until(/\/one$/)
    client.send('x'.repeat(200_000) + get('/two', close))
    await client.closed
    expect(client.text.match(/\/(one|two)/g)).toEqual(['/one', '/two'])
  })

  test.each([
    ['small', 5],
    ['as large as what is held of one', 64 * 1024],
  ])('a body, %s, that came behind its head and nobody read is no part of the next one', async (_, size) => {
    const asked = signalled<() => void>()
    const bodies: string[] = []
    const handler: WireHandler = (request, response) => {
      const answer = () => {
        response.head(200, ['Content-Length', String(request.target.length)])
        response.end(request.target)
      }
      if (request.target === '/unread') return asked.resolve(answer)
      void seenOf(request).then((seen) => {
        bodies.push(seen.body)
        answer()
      })
    }
    await using server = await wireServer(core, handler)
    const client = new RawClient(server.port)
    client.send(`POST /unread HTTP/1.1\r\nHost: x\r\nContent-Length: ${size}\r\n\r\n`)
    const answer = await asked.promise
    client.send('x'.repeat(size))
    // Behind this answer, the body has been read off the connection.
    await rawExchange(server.port, [get('/other', close)])
    answer()
    await client.until(/\/unread$/)
    client.send(`POST /next HTTP/1.1\r\nHost: x\r\nContent-Length: 2\r\n\r\nok`)
    await client.until(/\/next$/)
    client.send('POST /last HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Length: 4\r\n\r\n')
    client.send('last')
    await client.closed
    expect(bodies).toEqual(['', 'ok', 'last'])
  })

  describe('with a WebSocket at every path', () => {
    const handshake = (...more: string[]) =>
      get(
        '/socket',
        [
          'Connection: upgrade',
          'Upgrade: websocket',
          'Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==',
          'Sec-WebSocket-Version: 13',
          ...more,
        ]
          .map((line) => `${line}\r\n`)
          .join(''),
      )
    const sockets: WireServerOptions['sockets'] = {
      isUpgrade: () => true,
      handle: (upgrade) => {
        const protocols = headerValues(upgrade.request.headers, 'sec-websocket-protocol')
        upgrade.refuse(403, [], Buffer.from(protocols.join(' and ')))
      },
      messageBytesMax: 1024,
    }

    test('a handshake is one, also with its protocols on two lines', async () => {
      await using server = await wireServer(core, () => undefined, { sockets })
      const protocols = ['Sec-WebSocket-Protocol: a', 'Sec-WebSocket-Protocol: b']
      const text = await rawExchange(server.port, [handshake(...protocols)])
      expect([text.slice(0, 12), body(text)]).toEqual(['HTTP/1.1 403', 'a and b'])
    })

    test.each([
      'Upgrade: websocket',
      'Upgrade: h2c',
      'Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==',
      'Sec-WebSocket-Version: 13',
      'Sec-WebSocket-Protocol: a\r\nSec-WebSocket-Protocol: a',
      'Content-Length: 1',
    ])('one with a second %j is a request like any other, its connection watched as ever', async (line) => {
      const { handler, seen } = collecting()
      const { server, port } = await wireServer(core, handler, {
        sockets,
        headTimeoutMs: 500,
        idleTimeoutMs: 60_000,
      })
      const bytes = handshake(line)
      const content = line.startsWith('Content') ? '!' : ''
      const client = new RawClient(port)
      client.send(bytes + content)
      await client.until(/\/socket$/)
      client.send(get('/next'))
      await client.until(/\/next$/)
      expect(seen.map(({ target }) => target)).toEqual(['/socket', '/next'])
      client.send('GET /slow HTTP/1.1\r\nX')
      await client.closed
      const idle = new RawClient(port)
      idle.send(bytes + content)
      await idle.until(/\/socket$/)
      await server.close(60_000)
      await idle.closed
    })
  })

  test('a body that breaks off is an error to who reads it', async () => {
    const broken = signalled<string>()
    const asked = signalled()
    const handler: WireHandler = (request) => {
      asked.resolve()
      seenOf(request).then(
        () => broken.resolve('whole'),
        () => broken.resolve('broken'),
      )
    }
    await using server = await wireServer(core, handler)
    const client = new RawClient(server.port)
    client.send('POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 10\r\n\r\npart')
    await asked.promise
    client.socket.destroy()
    expect(await broken.promise).toBe('broken')
  })

  test('a head that comes too slowly is answered 408', async () => {
    await using server = await wireServer(core, () => undefined, { headTimeoutMs: 100 })
    expect(await rawExchange(server.port, ['GET / HTTP/1.1\r\nX'])).toMatch(
      /^HTTP\/1\.1 408 .*REQUEST_TOO_SLOW/s,
    )
  })

  test('a body that comes too slowly is answered 408', async () => {
    const limits = { headTimeoutMs: 100, requestTimeoutMs: 150 }
    await using server = await wireServer(core, () => undefined, limits)
    const bytes = 'POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 10\r\n\r\npart'
    expect(await rawExchange(server.port, [bytes])).toMatch(/^HTTP\/1\.1 408 .*REQUEST_TOO_SLOW/s)
  })

  test('a kept connection that stays idle is closed without a word', async () => {
    const { handler } = collecting()
    await using server = await wireServer(core, handler, { idleTimeoutMs: 100 })
    expect(await rawExchange(server.port, [get('/x')])).toMatch(/\/x$/)
  })

  test.each([
    ['no HTTP', 'hello\r\n\r\n', 400],
    ['two lengths', 'POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nab', 400],
    ['a head beyond the limit', `GET / HTTP/1.1\r\nHost: x\r\nA: ${'a'.repeat(20_000)}\r\n\r\n`, 431],
    ['a head beyond the limit that never ends', `GET / HTTP/1.1\r\nHost: x\r\nA: ${'a'.repeat(20_000)}`, 431],
  ])('%s is refused before anybody hears of it', async (_, bytes, status) => {
    const { handler, seen } = collecting()
    await using server = await wireServer(core, handler)
    const text = await rawExchange(server.port, [bytes])
    expect(text).toMatch(
      new RegExp(`^HTTP/1\\.1 ${status} .*application/problem\\+json.*Connection: close`, 's'),
    )
    expect(seen).toEqual([])
  })

  test('closing lets answers under way finish, says so, and takes nothing new', async () => {
    const asked = signalled()
    const release = signalled()
    const handler: WireHandler = (request, response) => {
      if (request.target === '/idle') {
        response.head(200, ['Content-Length', '4'])
        return response.end('idle')
      }
      asked.resolve()
      void release.promise.then(() => {
        response.head(200, ['Content-Length', '4'])
        response.end('done')
      })
    }
    const { server, port } = await wireServer(core, handler)
    const idle = new RawClient(port)
    idle.send(get('/idle'))
    await idle.until(/idle$/)
    const client = new RawClient(port)
    client.send(get('/'))
    await asked.promise
    const closed = server.close(10_000)
    await idle.closed
    release.resolve()
    await closed
    await client.closed
    expect(client.text).toMatch(/Connection: close.*done$/is)
    await expect(rawExchange(port, [get('/')])).resolves.toBe('')
  })

  test('closing cuts what outlives its time', async () => {
    const asked = signalled()
    const { server, port } = await wireServer(core, () => asked.resolve())
    const client = new RawClient(port)
    client.send(get('/'))
    await asked.promise
    await server.close(20)
    await client.closed
    expect(client.text).toBe('')
  })
})
