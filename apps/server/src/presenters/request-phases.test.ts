import { expect, test } from 'vitest'
import { phasesOf } from './request-phases.ts'

const cut = (timed: Parameters<typeof phasesOf>[0]) =>
  phasesOf(timed).map(({ name, startMs, durationMs, outcome }) => [name, startMs, durationMs, outcome])

const error = (phase: string) => ({ error: { code: 'X', phase, cause: '' } })

test('a request is cut where its integration was called and where that answered', () => {
  expect(cut({ durationMs: 10, integrationAtMs: 1, integrationMs: 6.5 })).toEqual([
    ['request', 0, 1, 'passed'],
    ['integration', 1, 6.5, 'passed'],
    ['response', 7.5, 2.5, 'passed'],
  ])
})

test('one that called none is all request', () => {
  expect(cut({ durationMs: 3, integrationMs: null, ...error('integration') })).toEqual([
    ['request', 0, 3, 'failed'],
  ])
})

test('one that the cache answered says that its integration was not called', () => {
  expect(cut({ durationMs: 0.4, integrationMs: null, cache: 'hit' })).toEqual([
    ['request', 0, 0.4, 'passed'],
    ['integration', 0.4, 0, 'skipped'],
  ])
})

test('one that the cache had no answer for has all its parts', () => {
  const phases = phasesOf({ durationMs: 9, integrationAtMs: 1, integrationMs: 5, cache: 'miss' })
  expect(phases.map(({ outcome }) => outcome)).toEqual(['passed', 'passed', 'passed'])
})

test('one whose client has gone waits for its integration to the end', () => {
  expect(cut({ durationMs: 9, integrationAtMs: 1, integrationMs: null, ...error('response') })).toEqual([
    ['request', 0, 1, 'passed'],
    ['integration', 1, 8, 'failed'],
  ])
})

test.each([
  ['integration', ['passed', 'failed', 'passed']],
  ['integration response', ['passed', 'passed', 'failed']],
  ['throttle', ['failed', 'passed', 'passed']],
])('it failed in the part that the phase %s is of', (phase, outcomes) => {
  const phases = phasesOf({ durationMs: 9, integrationAtMs: 1, integrationMs: 5, ...error(phase) })
  expect(phases.map(({ outcome }) => outcome)).toEqual(outcomes)
})

test('a record of an older node does not tell', () => {
  expect(cut({ durationMs: 9, integrationMs: 5 })).toEqual([])
})
