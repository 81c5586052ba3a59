import { expect, test } from 'vitest'
import { headerProblem, headerValueProblem, mediaTypeProblem, statusProblem } from './field-problems.ts'

test('a status is one of HTTP\u2019s, or the type\u2019s own', () => {
  expect(['', '404', '599'].map(statusProblem)).toEqual([null, null, null])
  for (const text of ['4', '600', '4xx', '4040']) expect(statusProblem(text), text).not.toBeNull()
})

test('a header value is a text in quotes, or comes out of the request', () => {
  for (const value of [
    "'*'",
    "''",
    'method.request.header.Origin',
    'context.requestId',
    'stageVariables.origin',
  ])
    expect(headerValueProblem(value), value).toBeNull()
  for (const value of ['*', "'a'b'", 'method.request.body', 'context.'])
    expect(headerValueProblem(value), value).not.toBeNull()
})

test('names of headers and media types are such', () => {
  expect(headerProblem('Access-Control-Allow-Origin')).toBeNull()
  expect(headerProblem('two words')).not.toBeNull()
  expect(mediaTypeProblem('application/problem+json')).toBeNull()
  expect(mediaTypeProblem('json')).not.toBeNull()
})
