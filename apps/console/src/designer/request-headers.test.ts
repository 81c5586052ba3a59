import { expect, test } from 'vitest'
import { headersOfText, textOfHeaders, withBodyType } from './request-headers.ts'

test('headers are read as they are written', () => {
  const headers: [string, string][] = [
    ['accept', 'text/plain'],
    ['x-time', '12:30'],
  ]
  expect(headersOfText(textOfHeaders(headers))).toEqual(headers)
  expect(headersOfText('no name\n: no name either')).toEqual([])
})

test('a body that is JSON gets its type', () => {
  expect(withBodyType('', '{"a": 1}')).toBe('content-type: application/json')
  expect(withBodyType('accept: */*\n', '[1]')).toBe('accept: */*\ncontent-type: application/json')
})

test('what is no JSON, or has a type, is left alone', () => {
  expect(withBodyType('', '{"a":')).toBe('')
  expect(withBodyType('', 'a=1')).toBe('')
  expect(withBodyType('Content-Type: text/plain', '{}')).toBe('Content-Type: text/plain')
})
