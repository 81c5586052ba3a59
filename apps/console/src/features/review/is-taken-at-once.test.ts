import { expect, test } from 'vitest'
import { isTakenAtOnce } from './is-taken-at-once.ts'

const summary = { breaking: 0, risky: 0, safe: 1, documentation: 0, total: 1, routes: 1 }
const base = { deployment: 'd1', version: 1 }
const pinned = { planHash: 'a', summary, base }
const latest = { planHash: 'b', base }
const reading = { pinned, latest, isFollowing: false, isOwn: false, wasCurrent: true }

test('a plan that is being read stays', () => {
  expect(isTakenAtOnce(reading)).toBe(false)
})

test('a plan remembered from an earlier visit gives way to the current one', () => {
  expect(isTakenAtOnce({ ...reading, wasCurrent: false })).toBe(true)
})

test('what our own deployment or save leads to is taken', () => {
  expect(isTakenAtOnce({ ...reading, isOwn: true })).toBe(true)
  const deployed = { planHash: 'b', base: { deployment: 'd2', version: 2 } }
  expect(isTakenAtOnce({ ...reading, latest: deployed, isFollowing: true })).toBe(true)
})

test('what somebody else makes of the plan while our own deployment is on its way is not', () => {
  expect(isTakenAtOnce({ ...reading, isFollowing: true })).toBe(false)
})

test('the same plan again, or one in place of nothing to read, is taken', () => {
  expect(isTakenAtOnce({ ...reading, latest: { planHash: 'a', base } })).toBe(true)
  expect(isTakenAtOnce({ ...reading, pinned: { ...pinned, summary: { ...summary, total: 0 } } })).toBe(true)
})
