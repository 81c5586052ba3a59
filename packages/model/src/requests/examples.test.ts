import { expect, test } from 'vitest'
import type { Json } from '../json.ts'
import { definitionOf } from '../records.ts'
import { exampleCall, exampleOf, expectationProblems } from './examples.ts'

const definition = definitionOf([
  { kind: 'api', id: 'api', name: 'A', type: 'REST', compatibility: 'native', basePath: 'v1' },
  { kind: 'resource', id: 'root', parent: null, pathPart: '' },
  { kind: 'resource', id: 'files', parent: 'root', pathPart: 'files' },
  { kind: 'resource', id: 'one', parent: 'files', pathPart: '{id}' },
  { kind: 'resource', id: 'all', parent: 'one', pathPart: '{path+}' },
  { kind: 'method', id: 'get', resource: 'all', httpMethod: 'GET' },
  { kind: 'method', id: 'any', resource: 'one', httpMethod: 'ANY' },
])

test('a call becomes an example and the same call again, with what its path and query are made of', () => {
  const call = {
    method: 'GET',
    path: '/v1/files/a%20b/c/d%3F?x=1&y=%26',
    headers: [['X-A', 'b']] as [string, string][],
  }
  const example = exampleOf(definition, 'get', call)
  expect(example).toEqual({
    method: 'get',
    pathParameters: { id: 'a b', path: 'c/d?' },
    query: [
      ['x', '1'],
      ['y', '&'],
    ],
    headers: [['X-A', 'b']],
  })
  expect(
    exampleCall(definition, { kind: 'example', id: 'e', name: 'E', expect: { status: 200 }, ...example }),
  ).toEqual(call)
})

test('the method that was sent is kept where ANY answers, and credentials are never kept', () => {
  const headers: [string, string][] = [
    ['authorization', 'Bearer x'],
    ['Cookie', 'a=b'],
    ['x-api-key', 'k'],
    ['Accept', '*/*'],
  ]
  expect(exampleOf(definition, 'any', { method: 'PATCH', path: '/v1/files/7', headers, body: '{}' })).toEqual(
    {
      method: 'any',
      httpMethod: 'PATCH',
      pathParameters: { id: '7' },
      headers: [['Accept', '*/*']],
      body: '{}',
    },
  )
})

test('an example of a method that is gone makes no call', () => {
  const example = { kind: 'example', id: 'e', name: 'E', method: 'gone', expect: { status: 200 } } as const
  expect(exampleCall(definition, example)).toBe(null)
})

const answer = {
  status: 200,
  headers: [['Content-Type', 'application/json; charset=utf-8']] as [string, string][],
  body: '{"id":1,"items":[{"a":1,"b":2},{"a":3}],"none":null}',
}

test('an answer may hold more than is expected of it', () => {
  const body = { items: [{ a: 1 }], none: null }
  expect(expectationProblems({ status: 200, contentType: 'application/json', body }, answer)).toEqual([])
})

test('what is not as expected is said with its place', () => {
  const body: Json = { id: 2, items: [{ a: 1 }, { a: 4 }, {}], none: {}, more: true }
  expect(expectationProblems({ status: 201, contentType: 'text/plain', body }, answer)).toEqual([
    'The status is 200, expected 201.',
    'The content type is application/json, expected text/plain.',
    '$.id is 1, expected 2.',
    '$.items[1].a is 3, expected 4.',
    '$.items[2] is missing.',
  ])
  expect(expectationProblems({ status: 200, body: {} }, { ...answer, body: 'text' })).toEqual([
    'The body is no JSON, which is expected.',
  ])
})
