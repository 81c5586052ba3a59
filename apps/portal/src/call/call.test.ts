import type { JsonObject } from '@penstock/model'
import { expect, test } from 'vitest'
import { readParameters } from '../openapi/read.ts'
import { buildCall, type CallParts, missingParameters } from './build-call.ts'
import { credentialOf, secretFields, shownCredential } from './credentials.ts'
import { encodeBody, wireType } from './encode-body.ts'

const build = (
  path: string,
  described: JsonObject[],
  values: Record<string, string>,
  more: Partial<CallParts> = {},
) =>
  buildCall({
    baseUrl: 'http://gateway/pets/prod',
    method: 'GET',
    path,
    parameters: readParameters(described, path),
    values,
    credentials: [],
    moreHeaders: '',
    body: null,
    ...more,
  })

const list = { type: 'array', items: { type: 'string' } }

test('values of the path are encoded, and a greedy one keeps its slashes', () => {
  const call = build('/pets/{id}/{rest+}', [], { 'path id': 'a/b?c', 'path rest+': 'x y/z' })
  expect(call.target).toBe('/pets/a%2Fb%3Fc/x%20y/z')
  expect(call.url).toBe('http://gateway/pets/prod/pets/a%2Fb%3Fc/x%20y/z')
  expect(build('/pets/{id}', [], { 'path id': '$&$1' }).target).toBe('/pets/%24%26%241')
})

test('parts of the path that nobody described are asked for, and those left empty stay visible', () => {
  const parameters = readParameters([], '/pets/{id}')
  expect(missingParameters({ parameters, values: {} }).map(({ name }) => name)).toEqual(['id'])
  expect(build('/pets/{id}', [], {}).target).toBe('/pets/{id}')
})

test.each<[string, JsonObject, string, string]>([
  ['a word', { schema: { type: 'string' } }, 'a&b', '?q=a%26b'],
  ['a list, exploded by default', { schema: list }, 'a, b', '?q=a&q=b'],
  ['a list with commas', { schema: list, explode: false }, 'a,b', '?q=a%2Cb'],
  ['a list with pipes', { schema: list, style: 'pipeDelimited' }, 'a,b', '?q=a%7Cb'],
  ['a list with spaces', { schema: list, style: 'spaceDelimited' }, 'a,b', '?q=a%20b'],
  ['a deep list', { schema: list, style: 'deepObject' }, 'a,b', '?q%5B%5D=a&q%5B%5D=b'],
  ['a deep object', { schema: { type: 'object' }, style: 'deepObject' }, '{"a":1}', '?q%5Ba%5D=1'],
  ['an object', { schema: { type: 'object' } }, '{"a":1,"b":"x"}', '?a=1&b=x'],
  ['JSON of its own', { content: { 'application/json': { schema: list } } }, '["a"]', '?q=%5B%22a%22%5D'],
])('in the query, %s', (_, parameter, text, query) => {
  expect(build('/p', [{ name: 'q', in: 'query', ...parameter }], { 'query q': text }).target).toBe(
    `/p${query}`,
  )
})

test('headers that were typed win over those of the form', () => {
  const call = build(
    '/p',
    [{ name: 'X-A', in: 'header' }],
    { 'header X-A': '1' },
    {
      moreHeaders: 'x-a: 2\nX-B : three: four\nnonsense',
      body: { mediaType: 'application/json', text: '{}' },
    },
  )
  expect(call.headers).toEqual([
    ['x-a', '2'],
    ['content-type', 'application/json'],
    ['X-B', 'three: four'],
  ])
})

test('each scheme puts its secret where the description says', () => {
  const use = (scheme: JsonObject, ...values: string[]) => {
    const authentication = { name: 'auth', scheme }
    const secrets = Object.fromEntries(
      secretFields(authentication).map(({ key }, index) => [key, values[index] ?? '']),
    )
    return credentialOf(authentication, secrets)
  }
  expect(use({ type: 'http', scheme: 'Bearer' }, 't').headers).toEqual([['authorization', 'Bearer t']])
  expect(use({ type: 'oauth2' }, 't').headers).toEqual([['authorization', 'Bearer t']])
  expect(use({ type: 'basic' }, 'me', 'pä').headers).toEqual([['authorization', 'Basic bWU6cMOk']])
  expect(use({ type: 'apiKey', in: 'query', name: 'k' }, 'v').query).toEqual([['k', 'v']])
  expect(use({ type: 'apiKey', in: 'cookie', name: 'k' }, 'v').cookies).toEqual([['k', 'v']])
  expect(use({ type: 'apiKey', in: 'header', name: 'X-K' }, 'v').headers).toEqual([['X-K', 'v']])
  expect(use({ type: 'apiKey', in: 'header', name: 'X-K' }, '').headers).toEqual([])
})

test('code that others may read has words in place of secrets', () => {
  const shown = (scheme: JsonObject) => shownCredential({ name: 'auth', scheme }).headers[0]?.[1]
  expect(shown({ type: 'http', scheme: 'basic' })).toBe('Basic BASE64_OF_USER:PASSWORD')
  expect(shown({ type: 'http', scheme: 'bearer' })).toBe('Bearer YOUR_TOKEN')
})

test('bodies are written in their media type', () => {
  expect(encodeBody('application/json', 'a')).toBe('"a"')
  expect(encodeBody('text/plain', 'a')).toBe('a')
  expect(encodeBody('application/x-www-form-urlencoded', { a: { b: 'x y' }, c: [1] })).toBe(
    'a%5Bb%5D=x%20y&c%5B0%5D=1',
  )
  expect(encodeBody('multipart/form-data', { a: 1 })).toContain('name="a"\r\n\r\n1\r\n')
  expect(wireType('multipart/form-data')).toContain('boundary=')
})
