import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { FunctionPool } from './function-pool.ts'

const never = new AbortController().signal

/** One process, whose function says when it was called, answers at `quick`, and else never. */
async function poolOfOne() {
  const folder = await mkdtemp(join(tmpdir(), 'penstock-pool-'))
  let wasCalled = () => {}
  const called = new Promise<void>((resolve) => {
    wasCalled = resolve
  })
  const pool = new FunctionPool({
    environment: () => ({}),
    definition: {
      name: 'fn',
      code: `exports.handler = (event) => {
        console.log('called')
        return event.quick ? 'answered' : new Promise(() => setInterval(() => {}, 1e6)) }`,
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
