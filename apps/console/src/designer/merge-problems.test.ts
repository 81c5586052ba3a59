import type { Diagnostic } from '@penstock/model'
import { expect, test } from 'vitest'
import { mergeProblems } from './merge-problems.ts'

const syntax: Diagnostic = {
  code: 'function-syntax',
  severity: 'error',
  message: 'The code of function "hello" can not be parsed',
  location: { record: 'fn_hello', path: ['code'] },
}
const dangling: Diagnostic = {
  code: 'dangling-reference',
  severity: 'error',
  message: 'Nothing is there',
  location: { record: 'met_list' },
}

test('what only the server finds is a problem', () => {
  expect(mergeProblems([], [syntax])).toEqual([syntax])
})

test('what both find is named once', () => {
  expect(mergeProblems([dangling], [dangling, syntax])).toEqual([dangling, syntax])
})

test('a remark is no problem', () => {
  expect(mergeProblems([], [{ ...syntax, severity: 'info' }])).toEqual([])
})
