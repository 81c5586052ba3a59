import { expect, test } from 'vitest'
import { uncheckedSchemes } from './access.ts'
import type { Api } from './kinds/api.ts'
import type { Authorizer } from './kinds/authorizer.ts'
import type { Method } from './kinds/method.ts'
import { definitionOf } from './records.ts'

const login: Authorizer = { kind: 'authorizer', id: 'aut_1', name: 'login' }
const decides: Authorizer = { kind: 'authorizer', id: 'aut_2', name: 'decides', settings: { type: 'token' } }
const key: Authorizer = {
  kind: 'authorizer',
  id: 'aut_3',
  name: 'key',
  scheme: { type: 'apiKey', in: 'header', name: 'X-Api-Key' },
}

function unchecked(method: Partial<Method>, api: Partial<Api> = {}) {
  const full: Method = { kind: 'method', id: 'met_1', resource: 'res_1', httpMethod: 'GET', ...method }
  const of: Api = { kind: 'api', id: 'api_1', name: 'Orders', ...api }
  return uncheckedSchemes(definitionOf([of, login, decides, key, full]), full)
}

test('an authorizer that decides nothing leaves a method open, asked for by id, by name or by the API', () => {
  expect(unchecked({ authorizer: login.id })).toEqual(['login'])
  expect(unchecked({ security: [{ login: [] }, { login: [], other: [] }] })).toEqual(['login', 'other'])
  expect(unchecked({}, { security: [{ login: [] }] })).toEqual(['login'])
  // What decides, where it is only named, is not asked.
  expect(unchecked({ security: [{ decides: [] }] })).toEqual(['decides'])
})

test('a method is not open where something decides, or where calls are refused because nothing can', () => {
  expect(unchecked({ authorizer: decides.id })).toEqual([])
  expect(unchecked({ authorizer: 'aut_gone' })).toEqual([])
  expect(unchecked({ authorizationType: 'AWS_IAM', security: [{ login: [] }] })).toEqual([])
})

test('a method that promises nothing has nothing unchecked', () => {
  expect(unchecked({})).toEqual([])
  expect(unchecked({ security: [] }, { security: [{ login: [] }] })).toEqual([])
})

test('a key that is asked for checks the scheme that says so, and no other', () => {
  expect(unchecked({ apiKeyRequired: true, security: [{ key: [] }] })).toEqual([])
  expect(unchecked({ security: [{ key: [] }] })).toEqual(['key'])
  expect(unchecked({ apiKeyRequired: true, security: [{ key: [], login: [] }] })).toEqual(['login'])
})
