import { expect, test } from 'vitest'
import { ProblemError } from '../../app/problem.ts'
import { type Asked, isGone, type OnScreen, shownOf } from './shown-plan.ts'

const plan = (name: string | undefined, isCurrent = true): OnScreen<string | undefined> => ({
  plan: name,
  isCurrent,
})
const read = plan('read')
const next = plan('next')
const loading: Asked = { data: undefined, error: null }
const whole: Asked = { data: { records: [] }, error: null }
const failed = (error: Error): Asked => ({ data: undefined, error })
const gone = failed(new ProblemError({ title: 'The plan moved', code: 'PLAN_GONE' }))
const refused = failed(new ProblemError({ title: 'You may not', code: 'FORBIDDEN' }))
const offline = failed(new TypeError('Failed to fetch'))

test('the first plan is on the screen at once, before its picture is there', () => {
  const empty = plan(undefined, false)
  expect(shownOf({ shown: empty, next, asked: loading })).toBe(next)
})

test('what is remembered gives way to what was read since, before its picture is there', () => {
  expect(shownOf({ shown: plan('remembered', false), next, asked: loading })).toBe(next)
})

test('the plan that is remembered is the same one once it is known to be current, and may be asked for more', () => {
  const remembered = plan('read', false)
  expect(shownOf({ shown: remembered, next: read, asked: loading })).toBe(read)
})

test('while the next plan is loading, the one before stays', () => {
  expect(shownOf({ shown: read, next, asked: loading })).toBe(read)
})

test('the next plan is shown together with what was asked for of it', () => {
  expect(shownOf({ shown: read, next, asked: whole })).toBe(next)
})

test('a plan of which nothing is asked for is shown at once', () => {
  expect(shownOf({ shown: read, next, asked: null })).toBe(next)
})

test('in place of a plan that is gone the one before stays, and the gone one is told of', () => {
  expect(shownOf({ shown: read, next, asked: gone })).toBe(read)
  expect(isGone(gone)).toBe(true)
})

test.each([
  ['was refused', refused],
  ['never reached the server', offline],
])('the next plan is shown with the problem of its picture, where asking for that %s', (_, asked) => {
  expect(shownOf({ shown: read, next, asked })).toBe(next)
  expect(isGone(asked)).toBe(false)
})

test('what was told before is shown, also where asking for it again fails', () => {
  expect(shownOf({ shown: read, next, asked: { ...whole, error: offline.error } })).toBe(next)
})

test('the plan on the screen stays the same one, whatever becomes of what is asked for', () => {
  for (const asked of [null, loading, whole, gone, refused, offline])
    expect(shownOf({ shown: read, next: plan('read'), asked })).toBe(read)
})

test('however many plans are gone after each other, the one before stays until one is whole', () => {
  let shown = read
  for (const name of ['second', 'third', 'fourth']) shown = shownOf({ shown, next: plan(name), asked: gone })
  expect(shown).toBe(read)
  expect(shownOf({ shown, next, asked: whole })).toBe(next)
})
