import { once } from 'node:events'
import { connect } from 'node:net'
import Fastify, { type FastifyInstance } from 'fastify'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { drain } from './drain.ts'

beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] }))
afterEach(() => void vi.useRealTimers())

/** Answers before it has read a body. */
function refusing(): FastifyInstance {
  const app = Fastify({ forceCloseConnections: true })
  app.addHook('onRequest', async (request, reply) => {
    drain(request, reply)
    await reply.code(413).send('too large')
  })
  app.post('/', () => '')
  return app
}

test('a client that goes on sending reads why it was refused, and is cut off half a minute later', async () => {
  await using app = refusing()
  const { port } = new URL(await app.listen({ port: 0, host: '127.0.0.1' }))
  const client = connect(Number(port), '127.0.0.1')
  client.write(
    'POST / HTTP/1.1\r\nHost: a\r\nContent-Type: text/plain\r\nContent-Length: 1000000\r\n\r\nfirst',
  )
  const [answer] = (await once(client, 'data')) as [Buffer]
  expect(answer.toString()).toMatch(/^HTTP\/1\.1 413 /)
  client.on('error', () => {}) // reset, with what it sent unread
  const closed = new Promise<void>((resolve) => client.once('close', () => resolve()))
  vi.advanceTimersByTime(29_999)
  expect(client.write('and more')).toBe(true)
  vi.advanceTimersByTime(1)
  await closed
})

test('a request that came by no socket is none to cut off', async () => {
  await using app = refusing()
  const { statusCode } = await app.inject({ method: 'POST', url: '/', payload: 'text' })
  expect(statusCode).toBe(413)
  vi.advanceTimersByTime(30_000)
})
