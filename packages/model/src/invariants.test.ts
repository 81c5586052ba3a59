import { expect, test } from 'vitest'
import { type ApiRecord, checkInvariants, definitionOf, type Method, type Resource } from './index.ts'

const api: ApiRecord = { kind: 'api', id: 'api_1', name: 'pets' }
const root: Resource = { kind: 'resource', id: 'res_root', parent: null, pathPart: '' }
const pets: Resource = { kind: 'resource', id: 'res_pets', parent: 'res_root', pathPart: 'pets' }
const get: Method = {
  kind: 'method',
  id: 'met_get',
  resource: 'res_pets',
  httpMethod: 'GET',
  operationId: 'list',
}
const sound = [api, root, pets, get]

const codes = (...records: ApiRecord[]) => checkInvariants(definitionOf(records)).map((found) => found.code)

test('a sound definition has no findings', () => {
  expect(codes(...sound)).toEqual([])
})

test('R1 every id that a record names exists and is of the right kind', () => {
  const [found] = checkInvariants(
    definitionOf([
      ...sound,
      { ...get, id: 'met_2', httpMethod: 'PUT', operationId: 'x', integration: 'res_pets' },
    ]),
  )
  expect(found).toMatchObject({
    code: 'dangling-reference',
    severity: 'error',
    location: { record: 'met_2', path: ['integration'] },
  })
  expect(
    codes(...sound, { ...get, id: 'met_2', httpMethod: 'PUT', operationId: 'x', authorizer: 'aut_gone' }),
  ).toEqual(['dangling-reference'])
})

test('R2 there is exactly one api record', () => {
  expect(codes(root)).toEqual(['one-api'])
  expect(codes(...sound, { ...api, id: 'api_2' })).toEqual(['one-api'])
})

test('R3 every resource leads to the root: circles are found, not followed for ever', () => {
  const circle: Resource[] = [
    { kind: 'resource', id: 'res_a', parent: 'res_b', pathPart: 'a' },
    { kind: 'resource', id: 'res_b', parent: 'res_a', pathPart: 'b' },
  ]
  expect(codes(...sound, ...circle)).toEqual(['unreachable-resource', 'unreachable-resource'])
})

test('R4 siblings have different path parts', () => {
  expect(codes(...sound, { ...pets, id: 'res_pets2' })).toEqual(['duplicate-resource'])
})

test('R5 a resource has each HTTP method once', () => {
  expect(codes(...sound, { ...get, id: 'met_2', operationId: 'other' })).toEqual(['duplicate-method'])
})

test('R6 names are unique within a kind that has names', () => {
  const model: ApiRecord = { kind: 'model', id: 'mod_1', name: 'Pet', schema: {} }
  const upstream: ApiRecord = { kind: 'upstream', id: 'ups_1', name: 'Pet', url: 'https://pets.example' }
  expect(codes(...sound, model, upstream)).toEqual([])
  expect(codes(...sound, model, { ...model, id: 'mod_2' })).toEqual(['duplicate-name'])
  const response: ApiRecord = { kind: 'gatewayResponse', id: 'gwr_1', responseType: 'THROTTLED' }
  expect(codes(...sound, response, { ...response, id: 'gwr_2' })).toEqual(['duplicate-name'])
})

test('R7 at most one resource has no parent, and no other has the path of the root', () => {
  expect(codes(...sound, { ...root, id: 'res_root2', pathPart: 'x' })).toEqual(['one-root'])
  expect(codes(...sound, { kind: 'resource', id: 'res_empty', parent: 'res_root', pathPart: '' })).toEqual([
    'one-root',
  ])
  expect(codes(...sound, { kind: 'resource', id: 'res_slash', parent: 'res_pets', pathPart: '' })).toEqual([])
})

test('R8 no two methods have paths that differ only in the names of parameters', () => {
  const byId: Resource = { kind: 'resource', id: 'res_id', parent: 'res_pets', pathPart: '{id}' }
  const byName: Resource = { kind: 'resource', id: 'res_name', parent: 'res_pets', pathPart: '{name}' }
  const greedy: Resource = { kind: 'resource', id: 'res_all', parent: 'res_pets', pathPart: '{all+}' }
  const on = (resource: string, httpMethod: Method['httpMethod']): Method => ({
    kind: 'method',
    id: `met_${resource}${httpMethod}`,
    resource,
    httpMethod,
  })
  expect(codes(...sound, byId, byName, on('res_id', 'GET'), on('res_name', 'PUT'))).toEqual([])
  expect(codes(...sound, byId, greedy, on('res_id', 'GET'), on('res_all', 'GET'))).toEqual([])
  expect(codes(...sound, byId, byName, on('res_id', 'GET'), on('res_name', 'GET'))).toEqual([
    'ambiguous-routes',
  ])
})

test('R9 operation ids are unique, or there is a warning', () => {
  const found = checkInvariants(definitionOf([...sound, { ...get, id: 'met_2', httpMethod: 'PUT' }]))
  expect(found).toMatchObject([{ code: 'duplicate-operation-id', severity: 'warning' }])
})

test('R11 an imported API declares the parameters of its paths; of a drawn one nobody asks it', () => {
  const pet: Resource = { kind: 'resource', id: 'res_pet', parent: 'res_pets', pathPart: '{id}' }
  const method: Method = { kind: 'method', id: 'met_pet', resource: 'res_pet', httpMethod: 'GET' }
  const imported: ApiRecord = { ...api, openapiVersion: '3.0.3' } as ApiRecord
  expect(codes(imported, root, pets, pet, method)).toEqual(['path-parameter-undeclared'])
  expect(codes(api, root, pets, pet, method)).toEqual([])
  expect(codes({ ...imported, compatibility: 'aws' } as ApiRecord, root, pets, pet, method)).toEqual([])
  const id = { name: 'id', in: 'path', required: true }
  expect(codes(imported, root, pets, { ...pet, parameters: [id] }, method)).toEqual([])
  const shared: ApiRecord = { kind: 'component', id: 'com', section: 'parameters', name: 'Id', value: id }
  const referring = { ...method, parameters: [{ $ref: '#/components/parameters/Id' }] }
  expect(codes(imported, root, pets, pet, referring, shared)).toEqual([])
})

test('what is looked at grows with the definition, and not with its square', () => {
  class Counted extends Map<string, ApiRecord> {
    walks = 0
    override values() {
      this.walks += 1
      return super.values()
    }
  }
  const walksOf = (count: number) => {
    const records = Array.from({ length: count }, (_, at): ApiRecord[] => [
      { kind: 'resource', id: `res_${at}`, parent: 'res_root', pathPart: `{id${at}}` },
      { kind: 'method', id: `met_${at}`, resource: `res_${at}`, httpMethod: 'GET' },
      { kind: 'integration', id: `int_${at}`, type: 'http', uri: 'nowhere', fromExamples: false },
    ]).flat() as ApiRecord[]
    const last = { ...api, openapiVersion: '3.1.0' } as ApiRecord
    const definition = new Counted([root, ...records, last].map((record) => [record.id, record]))
    checkInvariants(definition)
    return definition.walks
  }
  expect(walksOf(100)).toBe(walksOf(10))
})

const socket: ApiRecord = { kind: 'api', id: 'api_1', name: 'chat', type: 'WEBSOCKET' }
const join: ApiRecord = { kind: 'route', id: 'rou_join', routeKey: 'join' }
const connect: ApiRecord = { kind: 'route', id: 'rou_connect', routeKey: '$connect' }

test('R12 the routes of a WebSocket API have different keys', () => {
  expect(codes(socket, join, connect)).toEqual([])
  expect(codes(socket, join, { ...join, id: 'rou_2' })).toEqual(['duplicate-route'])
})

test.each(['', ' ', '$conect', '$'])('R13 no route is called %j', (routeKey) => {
  expect(checkInvariants(definitionOf([socket, { ...join, routeKey }]))).toMatchObject([
    { code: 'route-key-invalid', severity: 'error', location: { record: 'rou_join', path: ['routeKey'] } },
  ])
})

test('R14 only $connect asks who calls', () => {
  const authorizer: ApiRecord = { kind: 'authorizer', id: 'aut_1', name: 'who' }
  const asks = { authorizationType: 'CUSTOM', authorizer: 'aut_1', apiKeyRequired: true } as const
  expect(codes(socket, authorizer, { ...connect, ...asks })).toEqual([])
  expect(codes(socket, authorizer, { ...join, ...asks })).toEqual(['route-access-misplaced'])
  expect(codes(socket, { ...join, apiKeyRequired: true })).toEqual(['route-access-misplaced'])
  expect(codes(socket, { ...join, apiKeyRequired: false, authorizationType: 'NONE' })).toEqual([])
})

test('R15 routes are in WebSocket APIs, and methods are in the others', () => {
  expect(codes(...sound, join)).toEqual(['route-misplaced'])
  expect(codes(socket, root, pets, get)).toEqual(['method-misplaced'])
})

test('R16 a route selection expression can be read', () => {
  const selecting = (routeSelectionExpression: string) =>
    ({ ...socket, routeSelectionExpression }) as ApiRecord
  expect(codes(selecting('${request.body.service}/${request.body.action}'))).toEqual([])
  expect(checkInvariants(definitionOf([selecting('$request.header.x')]))).toMatchObject([
    { code: 'route-selection-invalid', location: { record: 'api_1', path: ['routeSelectionExpression'] } },
  ])
})
