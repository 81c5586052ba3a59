import { expect, test } from 'vitest'
import { headersProblem, pathProblem } from './request-problems.ts'

test.each([
  ['/orders/5?x=1', null],
  ['/%E4%B8%AD/ü', null],
  ['/a b', 'A path holds no spaces: write %20.'],
  ['/中', 'A path holds no “中”: write %E4%B8%AD.'],
  ['/🚲', 'A path holds no “🚲”: write %F0%9F%9A%B2.'],
])('of the path %j is said %j', (path, problem) => {
  expect(pathProblem(path)).toBe(problem)
})

test.each([
  ['', null],
  ['accept: */*\n\nx-time: 12:30\nx-empty:', null],
  ['accept: */*\nno colon', 'Line 2 is no header: write name: value.'],
  [': nameless', 'Line 1 is no header: write name: value.'],
  ['two words: x', 'Line 1: no header is called “two words”.'],
  ['x: 中', 'Line 1: its value has characters that no header can carry.'],
])('of the headers %j is said %j', (text, problem) => {
  expect(headersProblem(text)).toBe(problem)
})
