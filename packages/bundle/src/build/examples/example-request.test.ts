import { type ApiRecord, definitionOf, type Method } from '@penstock/model'
import { expect, test } from 'vitest'
import { exampleRequest } from './example-request.ts'

const resources: ApiRecord[] = [
  { kind: 'api', id: 'api_1', name: 'pets' },
  { kind: 'resource', id: 'root', parent: null, pathPart: '' },
  { kind: 'resource', id: 'pets', parent: 'root', pathPart: 'pets' },
  { kind: 'resource', id: 'pet', parent: 'pets', pathPart: '{petId}' },
  { kind: 'resource', id: 'all', parent: 'root', pathPart: '{proxy+}' },
  { kind: 'integration', id: 'int', type: 'mock' },
]
let count = 0
const method = (resource: string, httpMethod: Method['httpMethod'], more: Partial<Method> = {}): Method => ({
  kind: 'method',
  id: `met_${++count}`,
  resource,
  httpMethod,
  integration: 'int',
  ...more,
})
const call = (...methods: ApiRecord[]) => {
  const request = exampleRequest(definitionOf([...resources, ...methods]))
  return request && `${request.method} ${request.path}`
}

test('a GET that needs nothing comes first, the shortest of them', () => {
  expect(call(method('pet', 'GET'), method('pets', 'POST'), method('pets', 'GET'))).toBe('GET /pets')
  expect(call(method('pets', 'GET'), method('root', 'GET'))).toBe('GET /')
  expect(call(method('pets', 'ANY'), method('root', 'POST'))).toBe('GET /pets')
})

test('what needs credentials comes last, and what has no integration never', () => {
  const guarded = method('root', 'GET', { apiKeyRequired: true })
  expect(call(guarded, method('root', 'HEAD', { integration: undefined }), method('pets', 'POST'))).toBe(
    'POST /pets',
  )
  expect(call(guarded, method('pets', 'GET', { integration: undefined }))).toBe('GET /')
  expect(call(method('pets', 'GET', { integration: undefined }))).toBeNull()
  expect(call(method('root', 'OPTIONS'))).toBeNull()
})

test('what it needs is filled from examples, then schemas, then names, and escaped', () => {
  const id = { name: 'petId', in: 'path', required: true, schema: { type: 'string' }, example: 'a/b' }
  expect(call(method('pet', 'GET', { parameters: [id] }))).toBe('GET /pets/a%2Fb')
  expect(call(method('pet', 'GET'))).toBe('GET /pets/petId')
  expect(call(method('all', 'GET'))).toBe('GET /proxy')
  const limit = { name: 'li mit', in: 'query', required: true, schema: { type: 'integer', minimum: 3 } }
  const page = { name: 'page', in: 'query', schema: { type: 'integer' } }
  expect(call(method('pets', 'GET', { parameters: [limit, page] }))).toBe('GET /pets?li%20mit=3')
  const shared: ApiRecord = {
    kind: 'component',
    id: 'com',
    section: 'parameters',
    name: 'Id',
    value: { ...id, example: 7 },
  }
  expect(call(shared, method('pet', 'GET', { parameters: [{ $ref: '#/components/parameters/Id' }] }))).toBe(
    'GET /pets/7',
  )
})

test('a body and headers come along where they are needed', () => {
  const schema = { type: 'object', required: ['name'], properties: { name: { enum: ['Rex'] } } }
  const post = method('pets', 'POST', {
    parameters: [{ name: 'x-tenant', in: 'header', required: true, schema: { const: 'acme' } }],
    requestBody: { content: { 'application/json': { schema } } },
  })
  expect(exampleRequest(definitionOf([...resources, post]))).toEqual({
    method: 'POST',
    path: '/pets',
    headers: { 'x-tenant': 'acme', 'content-type': 'application/json' },
    body: '{"name":"Rex"}',
  })
})

test('the base path stands before it', () => {
  const api: ApiRecord = { kind: 'api', id: 'api_1', name: 'pets', basePath: '/v1' }
  expect(call(api, method('pets', 'GET'))).toBe('GET /v1/pets')
})
