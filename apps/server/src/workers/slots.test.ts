import { expect, test } from 'vitest'
import { createSlots } from './slots.ts'

test('no more than so many run at once, in the order in which they came, failed ones included', async () => {
  const slots = createSlots(2)
  const started: number[] = []
  const jobs = [0, 1, 2, 3].map((at) => {
    let resolve = () => {}
    let reject = (_: Error) => {}
    const promise = new Promise<void>((yes, no) => {
      resolve = yes
      reject = no
    })
    const run = slots(() => {
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
