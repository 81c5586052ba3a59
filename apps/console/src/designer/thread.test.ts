import { expose } from 'comlink'
import { expect, test } from 'vitest'
import { startThread } from './thread.ts'

/** A worker in this thread, which fails when it is told to. */
function workerOf(api: object) {
  const { port1, port2 } = new MessageChannel()
  expose(api, port2 as never)
  const fail = (type: string) => port1.dispatchEvent(new Event(type))
  const worker = Object.assign(port1, { terminate: () => port1.close() }) as unknown as Worker
  return { thread: startThread<{ ask(): number; wait(): number }>(worker), fail }
}

const api = { ask: () => 7, wait: () => new Promise<number>(() => undefined) }

test('a call answers what the worker says', async () => {
  const { thread } = workerOf(api)
  expect(await thread.api.ask()).toBe(7)
  thread.terminate()
})

test.each(['error', 'messageerror'])(
  'who waits is told of a worker that fails (%s), and who asks it later',
  async (type) => {
    const { thread, fail } = workerOf(api)
    const waiting = thread.api.wait()
    fail(type)
    await expect(waiting).rejects.toThrow(Error)
    await expect(thread.api.ask()).rejects.toThrow(Error)
    thread.terminate()
  },
)

test('what the worker throws is thrown here, and the worker goes on', async () => {
  let isBad = true
  const { thread } = workerOf({
    ask: () => {
      if (isBad) throw new Error('Not this.')
      return 8
    },
  })
  await expect(thread.api.ask()).rejects.toThrow('Not this.')
  isBad = false
  expect(await thread.api.ask()).toBe(8)
  thread.terminate()
})
