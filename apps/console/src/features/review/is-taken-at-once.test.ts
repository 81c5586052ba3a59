import { expect, test } from 'vitest'
import { isTakenAtOnce } from './is-taken-at-once.ts'

const summary = { breaking: 0, risky: 0, safe: 1, documentation: 0, total: 1, routes: 1 }
const pinned = { planHash: 'a', summary }
const latest = { planHash: 'b' }
const reading = { pinned, latest, isFollowed: false, wasCurrent: true }

test('a plan that is being read stays', () => {
  expect(isTakenAtOnce(reading)).toBe(false)
})

test('a plan remembered from an earlier visit gives way to the current one', () => {
  expect(isTakenAtOnce({ ...reading, wasCurrent: false })).toBe(true)
})

test('what our own deployment or save leads to is taken', () => {
  expect(isTakenAtOnce({ ...reading, isFollowed: true })).toBe(true)
})

test('the same plan again, or one in place of nothing to read, is taken', () => {
  expect(isTakenAtOnce({ ...reading, latest: { planHash: 'a' } })).toBe(true)
  expect(isTakenAtOnce({ ...reading, pinned: { ...pinned, summary: { ...summary, total: 0 } } })).toBe(true)
})
