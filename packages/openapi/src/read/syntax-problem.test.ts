import { describe, expect, it } from 'vitest'
import { jsonBrokenAt } from '@penstock/model'
import { jsonProblem } from './syntax-problem.ts'

function problemOf(text: string) {
  try {
    JSON.parse(text)
  } catch (error) {
    return jsonProblem(text, error)
  }
  throw new Error('This is JSON.')
}

describe('jsonProblem says where', () => {
  const long = `{\n${Array.from({ length: 500 }, (_, at) => `  "member${at}": ${at}`).join(',\n')}\n}\n`

  it.each([
    ['something before it', `x${long}`, 1, 1],
    ['something behind it', `${long}x`, 503, 1],
    ['a word that is no value', long.replace(': 249,', ': x,'), 251, 16],
    ['a value that is missing', '{\n  "a": ,\n  "b": 1\n}', 2, 8],
    ['a comma too many', '{\n  "a": 1,\n}', 3, 1],
    ['a member without a colon', '{\n  "a" 1\n}', 2, 7],
    ['an end that does not come', '{\n  "a": [1', 2, 10],
  ])('%s', (_, text, line, column) => {
    expect(problemOf(text)).toMatchObject({ line, column })
  })

  it.each(['{"a" 1}', '[1 2]', '{"a":1,}', '{a:1}', '{"a":1 "b":2}', '[1]]'])(
    'as the parser does: %s',
    (text) => {
      expect(problemOf(text)).toMatchObject({ line: 1, column: jsonBrokenAt(text) + 1 })
    },
  )
})
