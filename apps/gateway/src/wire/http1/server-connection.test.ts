import type { Socket } from 'node:net'
import { expect, test } from 'vitest'
import type { WireRequest, WireResponse } from '../server.ts'
import { ServerConnection, type ServerShared } from './server-connection.ts'
import { Ticker } from './ticker.ts'

/** A connection without a client, and what its handler was asked. */
function connection() {
  const asked: { request: WireRequest; response: WireResponse }[] = []
  const written: string[] = []
  const state = {
    writableNeedDrain: false,
    writableEnded: false,
    destroyed: false,
    isPaused: false,
    writableLength: 0,
    /** What was written, and how much of it nobody has taken yet. */
    _handle: { bytesWritten: 0, writeQueueSize: 0 },
  }
  const socket = Object.assign(state, {
    write(data: string | Uint8Array) {
      written.push(typeof data === 'string' ? data : Buffer.from(data).toString('latin1'))
      return !state.writableNeedDrain
    },
    cork: () => undefined,
    uncork: () => undefined,
    end: () => (state.writableEnded = true),
    destroySoon: () => (state.destroyed = true),
    destroy: () => (state.destroyed = true),
    pause: () => (state.isPaused = true),
    resume: () => (state.isPaused = false),
  })
  const shared = {
    options: {
      sockets: { isUpgrade: () => false, handle: () => undefined, messageBytesMax: 1 },
      port: 0,
      host: '',
      maxHeaderBytes: 1024,
      headTimeoutMs: 1_000,
      requestTimeoutMs: 2_000,
      idleTimeoutMs: 3_000,
      errorPages: () => null,
    },
    handler: (request: WireRequest, response: WireResponse) => asked.push({ request, response }),
    ticker: new Ticker(100, () => undefined),
    isDraining: false as boolean,
    flushLater: () => undefined,
    isUpgrade: () => false,
    handOver: () => undefined,
    closed: () => undefined,
  } satisfies ServerShared
  const made = new ServerConnection(socket as unknown as Socket, shared)
  const read = (text: string) => made.read(Buffer.from(text, 'latin1'), 0, text.length)
  const answer = (at: number) => {
    asked[at]?.response.head(200, [])
    asked[at]?.response.end()
  }
  const targets = () => asked.map(({ request }) => request.target)
  return { asked, made, socket, shared, read, answer, targets, written }
}

const get = (target: string) => `GET ${target} HTTP/1.1\r\nHost: x\r\n\r\n`
const settled = () => new Promise<void>((resolve) => setImmediate(() => setImmediate(resolve)))

test('what comes between an answer and the request behind it is read after that request', async () => {
  const { read, answer, targets } = connection()
  read(get('/a'))
  read(get('/b'))
  expect(targets()).toEqual(['/a'])
  answer(0)
  read(get('/c'))
  await settled()
  answer(1)
  await settled()
  expect(targets()).toEqual(['/a', '/b', '/c'])
})

test('whoever asks on and on without reading answers has to wait, in bounded memory', async () => {
  const { read, answer, socket, targets, made } = connection()
  socket.writableNeedDrain = true
  read(get('/a'))
  expect(targets()).toEqual([])
  expect(socket.isPaused).toBe(true)
  socket.writableNeedDrain = false
  made.drained()
  expect(targets()).toEqual(['/a'])
  expect(socket.isPaused).toBe(false)
  read(get(`/b?${'x'.repeat(70_000)}`))
  expect(socket.isPaused).toBe(true)
  answer(0)
  await settled()
  expect(targets()).toEqual(['/a'])
})

test('the time for a head begins with its first octet, the time for a request too, and idling ends with it', () => {
  const { made, read, answer, shared } = connection()
  const { now } = shared.ticker
  expect(made.deadline).toBe(now + 1_100)
  read('POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 3\r\n')
  expect(made.deadline).toBe(now + 1_100)
  read('\r\nab')
  expect(made.deadline).toBe(now + 2_100)
  read('c')
  expect(made.deadline).toBe(Number.POSITIVE_INFINITY)
  answer(0)
  expect(made.deadline).toBe(now + 3_100)
})

test('a head and a small body leave in one write', () => {
  const { asked, read, written } = connection()
  read(get('/a'))
  asked[0]?.response.head(200, ['Content-Length', '2', 'Date', 'today'])
  expect(written).toEqual([])
  asked[0]?.response.write(Buffer.from('ok'))
  asked[0]?.response.end()
  expect(written).toEqual(['HTTP/1.1 200 OK\r\nDate: today\r\nContent-Length: 2\r\n\r\nok'])
})

test.each([1, 64 * 1024])(
  'a body of %i octets that nobody read ends with its answer, and reading goes on',
  (size) => {
    const { read, answer, asked, socket } = connection()
    read(`POST /a HTTP/1.1\r\nHost: x\r\nContent-Length: ${size}\r\n\r\n`)
    read('x'.repeat(size))
    answer(0)
    expect(socket.isPaused).toBe(false)
    read('POST /b HTTP/1.1\r\nHost: x\r\nContent-Length: 2\r\n\r\nok')
    expect(asked[1]?.request.wholeBody?.toString()).toBe('ok')
  },
)

test('a body that was asked for and not taken holds nothing up once it is answered', () => {
  const { read, answer, asked, socket, targets } = connection()
  read('POST /a HTTP/1.1\r\nHost: x\r\nContent-Length: 70000\r\n\r\n')
  expect(asked[0]?.request.body).not.toBeNull()
  read('x'.repeat(70_000))
  expect(socket.isPaused).toBe(true)
  answer(0)
  expect(socket.isPaused).toBe(false)
  read(get('/b'))
  expect(targets()).toEqual(['/a', '/b'])
})

test('whoever takes an answer slowly and steadily gets it whole; whoever stops taking, or takes next to nothing, is cut', () => {
  for (const isEnded of [false, true])
    for (const takenEach of [600, 400, 0]) {
      const { made, asked, read, socket, shared } = connection()
      read(get('/a'))
      asked[0]?.response.head(200, ['Content-Length', '100000'])
      Object.assign(socket, { writableNeedDrain: true, writableLength: 100_000 })
      Object.assign(socket._handle, { bytesWritten: 100_000, writeQueueSize: 100_000 })
      asked[0]?.response.write(Buffer.alloc(isEnded ? 100_000 : 99_999))
      if (isEnded) asked[0]?.response.end()
      let periods = 0
      while (!socket.destroyed && periods < 100) {
        periods++
        socket._handle.writeQueueSize -= takenEach
        shared.ticker.now = made.deadline + 1
        made.expire()
      }
      // 240 octets a second, in periods of 2.1 s.
      expect(periods).toBe(takenEach === 600 ? 100 : 1)
    }
})

test('a connection that has had its last answer is closed by the client, not under it', () => {
  for (const close of ['Connection: close\r\n', '']) {
    const { made, read, answer, socket, shared } = connection()
    read(`GET /a HTTP/1.1\r\nHost: x\r\n${close}\r\n`)
    shared.isDraining = true
    answer(0)
    expect([socket.writableEnded, socket.destroyed]).toEqual([true, false])
    read('GET /b')
    expect(socket.destroyed).toBe(false)
    shared.ticker.now = made.deadline + 1
    made.expire()
    expect(socket.destroyed).toBe(true)
  }
})

test('an idle connection that a server closes says so first', () => {
  const { made, read, answer, socket } = connection()
  read(get('/a'))
  answer(0)
  made.drain()
  expect([socket.writableEnded, socket.destroyed]).toEqual([true, false])
})

test('an empty line between requests begins none: the connection stays idle, for as long as it would', () => {
  for (const pieces of [['\r\n'], ['\r', '\n'], ['\r']]) {
    const { made, read, answer, socket, targets, written } = connection()
    read(get('/a'))
    answer(0)
    const { deadline } = made
    const before = written.length
    for (const piece of pieces) read(piece)
    expect([made.isIdle, made.deadline]).toEqual([true, deadline])
    if (pieces.join('') === '\r\n') {
      read(get('/b'))
      expect(targets()).toEqual(['/a', '/b'])
    } else {
      read('x')
      expect(written[before]).toMatch(/^HTTP\/1\.1 400/)
      expect(socket.writableEnded).toBe(true)
    }
  }
})

test('a second empty line is no request', () => {
  const { read, targets, written } = connection()
  read(`\r\n\r\n${get('/a')}`)
  expect([targets(), written[0]?.slice(0, 12)]).toEqual([[], 'HTTP/1.1 400'])
})

test('a body in chunks of one octet, each in a packet of its own, is held and read as few pieces', async () => {
  for (const asks of ['before', 'after']) {
    const { read, asked } = connection()
    read('POST /a HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n')
    const early = asks === 'before' ? asked[0]?.request.body : null
    for (let i = 0; i < 10_000; i++) read('1\r\nx\r\n')
    read('0\r\n\r\n')
    const parts: Buffer[] = []
    const body = early ?? asked[0]?.request.body
    body?.on('data', (part: Buffer) => parts.push(part))
    await new Promise((resolve) => body?.on('end', resolve))
    expect(Buffer.concat(parts).length).toBe(10_000)
    expect(parts.length).toBeLessThanOrEqual(2)
  }
})

test('a body that somebody reads on after the answer is there to its end, if it had come', async () => {
  const { read, asked, answer } = connection()
  read('POST /a HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\n\r\n')
  const body = asked[0]?.request.body
  read('he')
  read('llo')
  answer(0)
  read('POST /b HTTP/1.1\r\nHost: x\r\nContent-Length: 2\r\n\r\nok')
  let text = ''
  for await (const part of body ?? []) text += String(part)
  expect(text).toBe('hello')
})

test('five hundred requests at once are read one after the other', async () => {
  const { read, asked, answer, targets } = connection()
  const count = 500
  read(Array.from({ length: count }, (_, at) => get(`/${at}`)).join(''))
  for (let at = 0; at < count; at++) {
    answer(at)
    await settled()
  }
  expect(targets()).toEqual(Array.from({ length: count }, (_, at) => `/${at}`))
  expect(asked).toHaveLength(count)
})

test('a client whose whole body came before it was told to send it is served on', () => {
  const head = 'POST /a HTTP/1.1\r\nHost: x\r\nExpect: 100-continue\r\nTransfer-Encoding: chunked\r\n\r\n'
  for (const pieces of [[`${head}0\r\n\r\n`], [head, '0\r\n\r\n']]) {
    const { read, answer, socket, targets } = connection()
    for (const piece of pieces) read(piece)
    answer(0)
    expect(socket.writableEnded).toBe(false)
    read(get('/b'))
    expect(targets()).toEqual(['/a', '/b'])
  }
})
