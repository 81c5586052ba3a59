import { expect, test } from 'vitest'
import { joinQuery } from './query.ts'
import { compileUri } from './uri.ts'

const target = (
  uri: string,
  parameters: Record<string, string> = {},
  variables: Record<string, string> = {},
) => compileUri(uri, variables).target((name) => parameters[name])

test('parameters go into path and query as they are', () => {
  expect(target('http://up:81/base/{proxy+}/x?id={id}', { proxy: 'a/b%20c', id: 'a&b' })).toEqual({
    origin: 'http://up:81',
    path: '/base/a/b%20c/x',
    query: 'id=a%26b',
  })
})

test('stage variables may be any part; a missing one is empty', () => {
  expect(target('${stageVariables.base}/x', {}, { base: 'https://up.example/v1' })).toEqual({
    origin: 'https://up.example',
    path: '/v1/x',
    query: '',
  })
  expect(() => target('http://${stageVariables.host}/x')).toThrow(
    expect.objectContaining({ code: 'UPSTREAM_ADDRESS_INVALID' }),
  )
})

test('a parameter in the host can be a part of a name, and nothing that ends the host', () => {
  expect(target('http://{tenant}.internal/x', { tenant: 'blue' }).origin).toBe('http://blue.internal')
  for (const tenant of ['evil.example/', 'evil.example#', 'a@evil.example', 'evil.example%2f', 'x:80'])
    expect(() => target('http://{tenant}.internal/x', { tenant }), tenant).toThrow(
      expect.objectContaining({ code: 'UPSTREAM_ADDRESS_INVALID' }),
    )
})

test.each(['ftp://up/x', 'file:///etc/passwd', '/relative', 'http://user:pw@up/x', 'http:///x'])(
  '%s is no address',
  (uri) => {
    expect(() => target(uri)).toThrow(expect.objectContaining({ code: 'UPSTREAM_ADDRESS_INVALID' }))
  },
)

test('what is wrong is said of the URI as written: a filled one may hold passwords', () => {
  const uri = 'http://user:${stageVariables.pw}@up/x'
  expect(() => target(uri, {}, { pw: 'hunter2' })).toThrow(
    expect.objectContaining({ reason: expect.stringContaining('${stageVariables.pw}') as string }),
  )
  expect(() => target(uri, {}, { pw: 'hunter2' })).toThrow(
    expect.objectContaining({ reason: expect.not.stringContaining('hunter2') as string }),
  )
})

test('no parameter leads out of the path, nor begins a query', () => {
  const uri = 'http://up/users/{id}{tail}/profile'
  for (const id of ['..', '%2e.', 'a/../..', 'a%2F..', '..\\'])
    expect(() => target(uri, { id }), id).toThrow(expect.objectContaining({ code: 'REQUEST_MALFORMED' }))
  expect(() => target(uri, { id: '.', tail: '.' })).toThrow(
    expect.objectContaining({
      code: 'REQUEST_MALFORMED',
      reason: expect.not.stringContaining('up') as string,
    }),
  )
  expect(target(uri, { id: 'a..b', tail: '?x#y' })).toMatchObject({
    path: '/users/a..b%3Fx%23y/profile',
    query: '',
  })
})

test("queries: the URI, then mapped ones, which replace the client's of that name, then the client's as it is", () => {
  expect(joinQuery('a=1', new Map([['b', ['x y', 'z']]]), 'c=%C3%A9&b=old&a=2')).toBe(
    'a=1&b=x%20y&b=z&c=%C3%A9&a=2',
  )
  expect(joinQuery('', null, 'x=1&&y')).toBe('x=1&&y')
})
