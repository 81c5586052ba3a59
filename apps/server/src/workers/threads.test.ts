import { AppError } from '@penstock/errors'
import { expect, test } from 'vitest'
import { runInSlot } from './run-in-slot.ts'
import { runJob } from './run-job.ts'
import { createSlots } from './slots.ts'
import { fakeThreads } from './threads.fixture.ts'

const limits = { timeoutMs: 1000, exceeded: (what: string) => new AppError('INTERNAL', { internal: what }) }
const turn = () => new Promise<void>((resolve) => setImmediate(resolve))

test('one thread is kept in hand, and taken once', () => {
  const { threads, started } = fakeThreads()
  threads.warm()
  threads.warm()
  expect(started).toHaveLength(1)
  expect(threads.take()).toBe(started[0])
  expect(threads.take()).toBe(started[1])
  expect(started).toHaveLength(2)
})

test('a spare that died is not handed out, and another may load', () => {
  const { threads, started } = fakeThreads()
  threads.warm()
  started[0]!.die()
  expect(threads.take()).toBe(started[1])
  threads.warm()
  started[2]!.emit('error', new Error('it can not load'))
  threads.warm()
  expect(threads.take()).toBe(started[3])
})

test('that a thread in use dies leaves the spare in hand', () => {
  const { threads, started } = fakeThreads()
  threads.warm()
  threads.take()
  threads.warm()
  started[0]!.die()
  expect(threads.take()).toBe(started[1])
})

test('a thread has one job and ends with it, also when it fails', async () => {
  const { threads, started } = fakeThreads()
  const first = runJob(threads, 'a', limits)
  started[0]!.answer({ done: 'a' })
  expect(await first).toEqual({ done: 'a' })
  const second = runJob(threads, 'b', limits)
  started[1]!.emit('error', new Error('broken'))
  await expect(second).rejects.toThrow('broken')
  const third = runJob(threads, 'c', limits)
  started[2]!.die()
  await expect(third).rejects.toMatchObject({ code: 'INTERNAL' })
  expect(started.map(({ jobs, isAlive }) => [jobs, isAlive])).toEqual([
    [['a'], false],
    [['b'], false],
    [['c'], false],
  ])
})

test('while jobs wait no thread loads beside those of the slots; once none does, one is', async () => {
  const { threads, started } = fakeThreads()
  const place = { slots: createSlots({ count: 2, waitingMax: 2, what: 'jobs' }), threads }
  const jobs = ['a', 'b', 'c', 'd'].map((job) => runInSlot(place, job, limits))
  await expect(runInSlot(place, 'e', limits)).rejects.toMatchObject({ code: 'SERVER_BUSY' })
  const alive = () => started.filter(({ isAlive }) => isAlive).length
  expect(alive()).toBe(2)
  for (const at of [0, 1]) {
    started[at]!.answer({})
    await jobs[at]
    await turn()
    expect(alive()).toBe(2)
  }
  expect(started.map(({ jobs }) => jobs)).toEqual([['a'], ['b'], ['c'], ['d']])
  started[2]!.answer({})
  await jobs[2]
  expect(started).toHaveLength(5)
  expect(alive()).toBe(2)
  started[3]!.answer({})
  await jobs[3]
  expect(threads.take()).toBe(started[4])
})
