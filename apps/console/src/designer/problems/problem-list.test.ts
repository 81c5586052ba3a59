import type { Diagnostic } from '@penstock/model'
import { expect, test } from 'vitest'
import { everything, listedProblems, nextProblem, problemCount, rulesWithCounts } from './problem-list.ts'

function problem(code: string, severity: Diagnostic['severity'], record: string): Diagnostic {
  return { code, severity, message: `Something about ${record}.`, location: { record } }
}

const hint = problem('unused-model', 'info', 'Pet')
const body = problem('body-on-get', 'warning', 'GET /pets')
const other = problem('body-on-get', 'warning', 'GET /owners')
const broken = problem('dangling-reference', 'error', 'GET /pets')
const all = [hint, body, broken, other]
const title = ({ location }: Diagnostic) => location.record ?? ''

test('the worst come first, those of one rule together', () => {
  expect(listedProblems(all, everything, title)).toEqual([broken, body, other, hint])
})

test('a filter by severity, rule and words leaves what passes all of them', () => {
  expect(listedProblems(all, { ...everything, severity: 'warning' }, title)).toEqual([body, other])
  expect(listedProblems(all, { ...everything, rule: 'body-on-get', text: 'OWNERS' }, title)).toEqual([other])
  expect(listedProblems(all, { ...everything, text: 'unused pet' }, title)).toEqual([hint])
})

test('rules are listed with how often they found something', () => {
  expect(rulesWithCounts(all)).toEqual([
    ['body-on-get', 2],
    ['dangling-reference', 1],
    ['unused-model', 1],
  ])
})

test('next and previous go round, and begin at the end they come from', () => {
  expect(nextProblem(all, null, 1)).toBe(hint)
  expect(nextProblem(all, null, -1)).toBe(other)
  expect(nextProblem(all, other, 1)).toBe(hint)
  expect(nextProblem(all, hint, -1)).toBe(other)
  expect(nextProblem(all, { ...body }, 1)).toBe(broken)
  expect(nextProblem([], body, 1)).toBeUndefined()
})

test('from a problem that was mended it goes on with the first', () => {
  expect(nextProblem([hint, body], broken, 1)).toBe(hint)
})

test('hints are counted apart from problems', () => {
  expect(problemCount(all)).toBe('3 problems, 1 hint')
  expect(problemCount([hint, hint])).toBe('2 hints')
  expect(problemCount([])).toBe('No problems')
})
