import { expect, it } from 'vitest'
import { readJson } from './json-problem.ts'

it('reads a value', () => {
  expect(readJson('{ "type": "object" }')).toEqual({ value: { type: 'object' }, problem: null })
})

it.each([
  ['a comma too many', '{\n  "a": 1,\n}\n\n', { line: 3, column: 1 }],
  ['a word that is none', '{\n  "a": tru,\n  "b": 2\n}', { line: 2, column: 8 }],
  ['something before the first brace', 'x{\n  "a": 1\n}', { line: 1, column: 1 }],
  ['an end too early', '{\n  "a": [1', { line: 2, column: 10 }],
])('says where %s is, whether the engine tells it or not', (_, text, place) => {
  expect(readJson(text).problem).toMatchObject(place)
})
