import type { Diagnostic } from '@penstock/model'
import { expect, test } from 'vitest'
import { marksOf, rolledUp, wordsOf } from './problem-marks.ts'

function problem(record: string, severity: Diagnostic['severity']): Diagnostic {
  return { code: 'a-rule', severity, message: 'Something.', location: { record } }
}

const parents: Record<string, string | null> = { met_a: 'res_a', res_a: 'res_root', res_root: null }
const above = (id: string) => parents[id] ?? null

test('a node counts its errors and warnings, and not its hints', () => {
  const marks = marksOf([problem('met_a', 'error'), problem('met_a', 'warning'), problem('met_a', 'info')])
  expect(marks.get('met_a')).toEqual({ errors: 1, warnings: 1 })
})

test('what holds others sums up all that is below it, at every height', () => {
  const sums = rolledUp(
    marksOf([problem('met_a', 'error'), problem('met_a', 'warning'), problem('res_a', 'warning')]),
    above,
  )
  expect(sums.get('met_a')).toEqual({ errors: 1, warnings: 1 })
  expect(sums.get('res_a')).toEqual({ errors: 1, warnings: 2 })
  expect(sums.get('res_root')).toEqual({ errors: 1, warnings: 2 })
})

test('a circle of parents does not hold it up', () => {
  expect(rolledUp(marksOf([problem('a', 'error')]), (id) => (id === 'a' ? 'b' : 'a')).has('b')).toBe(true)
})

test('marks are read out in words', () => {
  expect(wordsOf({ errors: 1, warnings: 2, isHeld: false })).toBe('1 error, 2 warnings')
  expect(wordsOf({ errors: 0, warnings: 1, isHeld: true })).toBe('Holds 1 warning')
})
