import { AppError } from '@penstock/errors'
import { expect, test } from 'vitest'
import { Channel } from './channel.ts'
import type { Answers, WorkerStatus } from './questions.ts'

const status: WorkerStatus = { isReady: true, problem: null, metrics: '' }

/** Two ends of one pipe; `answers` are those of the other end. */
function pipe(answers: Answers) {
  const one: Channel = new Channel((letter) => void other.receive(structuredClone(letter)), {})
  const other: Channel = new Channel((letter) => void one.receive(structuredClone(letter)), answers)
  return { one, other }
}

test('a question is answered by the other end, and questions that overlap by their own answers', async () => {
  let answer: (found: WorkerStatus) => void = () => undefined
  const slow = new Promise<WorkerStatus>((resolve) => {
    answer = resolve
  })
  let asked = 0
  const { one } = pipe({ status: () => (asked++ === 0 ? slow : Promise.resolve(status)) })
  const first = one.ask('status', null)
  expect(await one.ask('status', null)).toEqual(status)
  answer({ ...status, isReady: false })
  expect(await first).toEqual({ ...status, isReady: false })
})

test('an end that has nothing, or answers no such question, answers null', async () => {
  expect(await pipe({}).one.ask('status', null)).toBeNull()
  expect(await pipe({ status: () => Promise.resolve(null) }).one.ask('status', null)).toBeNull()
})

test('what fails there fails here with its code', async () => {
  const failing = () => Promise.reject(new AppError('BUNDLE_NOT_FOUND', { params: { hash: 'h' } }))
  await expect(pipe({ status: failing }).one.ask('status', null)).rejects.toMatchObject({
    code: 'BUNDLE_NOT_FOUND',
    message: expect.stringContaining('h'),
  })
})

test('an end that is gone has nothing, neither of what was asked before nor after', async () => {
  const { one } = pipe({ status: () => new Promise(() => undefined) })
  const before = one.ask('status', null)
  one.close()
  expect([await before, await one.ask('status', null)]).toEqual([null, null])
})

test('a message that is no letter is left to others', () => {
  expect(pipe({}).one.receive({ ready: 'x' })).toBe(false)
})
