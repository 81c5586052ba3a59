import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { FunctionPool } from './function-pool.ts'

const never = new AbortController().signal

/** Says when it was called, answers at `quick`, and else never. */
const speaking = `exports.handler = (event) => {
  console.log('called')
  return event.quick ? 'answered' : new Promise(() => setInterval(() => {}, 1e6)) }`

/** One process; `called` once its function has printed something. */
async function poolOfOne(code = speaking) {
  const folder = await mkdtemp(join(tmpdir(), 'penstock-pool-'))
  let wasCalled = () => {}
  const called = new Promise<void>((resolve) => {
    wasCalled = resolve
  })
  const pool = new FunctionPool({
    environment: () => ({}),
    definition: {
      name: 'fn',
      code,
      handler: 'index.handler',
      timeoutMs: 60_000,
      memoryMb: 128,
      environment: {},
    },
    folder,
    processesMax: 1,
    waitingMax: 1,
    idleMs: 60_000,
    onLine: () => wasCalled(),
  })
  return {
    pool,
    called,
    async [Symbol.asyncDispose]() {
      pool.destroy()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

const slow = { event: '{}', requestId: '1' }
const quick = { event: '{"quick":true}', requestId: '2' }

test('a call that nobody waits for any more gives its process up to the next', async () => {
  await using one = await poolOfOne()
  const gone = new AbortController()
  const first = one.pool.call(slow, gone.signal)
  await one.called
  const second = one.pool.call(quick, never)
  gone.abort(new Error('gone'))
  await expect(first).rejects.toThrow('gone')
  expect(await second).toEqual({ kind: 'value', json: '"answered"' })
})

test('a call that nobody waits for any more leaves the queue', async () => {
  await using one = await poolOfOne()
  const [running, waiting] = [new AbortController(), new AbortController()]
  const first = one.pool.call(slow, running.signal)
  await one.called
  const second = one.pool.call(quick, waiting.signal)
  expect(await one.pool.call(quick, never)).toEqual({ kind: 'busy' })
  waiting.abort(new Error('gone'))
  await expect(second).rejects.toThrow('gone')
  const third = one.pool.call(quick, never)
  running.abort(new Error('gone'))
  await expect(first).rejects.toThrow('gone')
  expect(await third).toMatchObject({ kind: 'value' })
})

test('an answer that is whole comes whole, though its process ended before all of it was read', async () => {
  await using one = await poolOfOne(`exports.handler = awslambda.streamifyResponse(async (event, stream) => {
    awslambda.HttpResponseStream.from(stream, {})
    stream.write('first')
    await new Promise((resolve) => setTimeout(resolve, 10))
    stream.end('x'.repeat(30000), () => setTimeout(() => { console.log('over'); process.exit(3) }, 50))
    return new Promise(() => {}) })`)
  let size = 0
  let isWhole = false
  let resume = () => {}
  const sink = {
    begin: (more: () => void) => (resume = more),
    // Whoever reads it is slow: held up by the first part.
    data: (part: Uint8Array) => (size += part.length) < 0,
    end: () => (isWhole = true),
  }
  const over = one.pool.call({ ...slow, sink }, never)
  // It prints that right before it ends.
  await one.called
  expect(isWhole).toBe(false)
  const more = setInterval(() => resume(), 5)
  expect(await over).toMatchObject({ kind: 'stopped', why: 'crash' })
  clearInterval(more)
  expect(isWhole).toBe(true)
  expect(size).toBeGreaterThan(30_005)
})
