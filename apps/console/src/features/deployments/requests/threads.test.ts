import { expect, test } from 'vitest'
import { commentsIn, countThreads, threadsOf } from './threads.ts'

const comment = (id: string, replyTo: string | null = null, more: { gone?: true; done?: true } = {}) => ({
  id,
  replyTo,
  isDeleted: more.gone === true,
  resolvedAt: more.done ? '2026-11-23T10:00:00Z' : null,
})

test('answers stand in the thread that they answer in, whatever was said between', () => {
  const threads = threadsOf([
    comment('a'),
    comment('b'),
    comment('a1', 'a'),
    comment('b1', 'b'),
    comment('a2', 'a'),
  ])
  expect(threads.map(commentsIn)).toEqual([
    ['a', 'a1', 'a2'],
    ['b', 'b1'],
  ])
})

test('a thread counts once as unresolved, and what was deleted is no comment', () => {
  const threads = threadsOf([
    comment('a'),
    comment('a1', 'a'),
    comment('b', null, { done: true }),
    comment('c', null, { gone: true }),
    comment('c1', 'c'),
  ])
  expect(countThreads(threads)).toEqual({ comments: 4, unresolved: 2 })
})
