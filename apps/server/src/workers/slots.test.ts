import { expect, test, vi } from 'vitest'
import { createSlots } from './slots.ts'

test('no more than so many run at once, in the order in which they came, failed ones included', async () => {
  const slots = createSlots({ count: 2, waitingMax: 2, what: 'jobs' })
  const started: number[] = []
  const jobs = [0, 1, 2, 3].map((at) => {
    let resolve = () => {}
    let reject = (_: Error) => {}
    const promise = new Promise<void>((yes, no) => {
      resolve = yes
      reject = no
    })
    const run = slots.run(() => {
      started.push(at)
      return promise
    })
    return { run, resolve, reject }
  })
  await Promise.resolve()
  expect(started).toEqual([0, 1])
  jobs[1]!.reject(new Error('no'))
  await expect(jobs[1]!.run).rejects.toThrow('no')
  jobs[0]!.resolve()
  await jobs[0]!.run
  jobs[2]!.resolve()
  await jobs[2]!.run
  expect(started).toEqual([0, 1, 2, 3])
})

test('one more than may wait is refused, and once one is done another may wait', async () => {
  const slots = createSlots({ count: 1, waitingMax: 1, what: 'jobs' })
  let finish = () => {}
  const running = slots.run(() => new Promise<void>((resolve) => (finish = resolve)))
  const waits = slots.run(async () => 'waited')
  const ran = vi.fn()
  await expect(slots.run(ran)).rejects.toMatchObject({ code: 'SERVER_BUSY', status: 503 })
  expect(ran).not.toHaveBeenCalled()
  finish()
  await running
  expect(await waits).toBe('waited')
  expect(await slots.run(async () => 'later')).toBe('later')
})

test('what waits is bounded in size as well, and what runs is not', async () => {
  const slots = createSlots({ count: 1, waitingMax: 9, waitingSizeMax: 10, what: 'jobs' })
  let finish = () => {}
  const job = () => new Promise<void>((resolve) => (finish = resolve))
  const running = slots.run(job, 100)
  const waits = slots.run(async () => 'waited', 6)
  await expect(slots.run(async () => 'more', 5)).rejects.toMatchObject({ code: 'SERVER_BUSY' })
  const small = slots.run(async () => 'small', 4)
  finish()
  await running
  expect(await Promise.all([waits, small])).toEqual(['waited', 'small'])
  const busy = slots.run(job)
  const whole = slots.run(async () => 'whole', 10)
  finish()
  await busy
  expect(await whole).toBe('whole')
})
