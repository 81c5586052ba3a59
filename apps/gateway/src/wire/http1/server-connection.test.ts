import type { Socket } from 'node:net'
import { expect, test } from 'vitest'
import type { WireRequest, WireResponse } from '../server.ts'
import { ServerConnection, type ServerShared } from './server-connection.ts'
import { Ticker } from './ticker.ts'

/** A connection without a client, and what its handler was asked. */
function connection() {
  const asked: { request: WireRequest; response: WireResponse }[] = []
  const written: string[] = []
  const state = { writableNeedDrain: false, writableEnded: false, destroyed: false, isPaused: false }
  const socket = Object.assign(state, {
    write(data: string | Uint8Array) {
      written.push(typeof data === 'string' ? data : Buffer.from(data).toString('latin1'))
      return !state.writableNeedDrain
    },
    end: () => (state.writableEnded = true),
    destroySoon: () => (state.destroyed = true),
    destroy: () => (state.destroyed = true),
    pause: () => (state.isPaused = true),
    resume: () => (state.isPaused = false),
  })
  const shared: ServerShared = {
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
    handler: (request, response) => asked.push({ request, response }),
    ticker: new Ticker(100, () => undefined),
    isDraining: false,
    flushLater: () => undefined,
    isUpgrade: () => false,
    handOver: () => undefined,
    closed: () => undefined,
  }
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
