import { applyDiff, type Definition, emptyDiff } from '@penstock/model'
import { expect, test } from 'vitest'
import { buildBundle, checkBuild } from './build.ts'
import { mocked, petApi, shuffledKeys } from './build/definition.fixture.ts'
import { loadBundle } from './load.ts'

const definition = mocked(
  {
    200: { content: { 'application/json': { schema: { $ref: '#/components/schemas/Pet' } } } },
    404: {
      content: { 'application/json': { examples: { b: { value: 'b' }, a: { value: { z: 1, a: 2 } } } } },
    },
  },
  {
    kind: 'model',
    id: 'mod_1',
    name: 'Pet',
    schema: { type: 'object', properties: { name: { type: 'string' }, age: { type: 'integer' } } },
  },
  { kind: 'resource', id: 'res_b', parent: 'res_root', pathPart: 'b' },
  { kind: 'resource', id: 'res_a', parent: 'res_root', pathPart: '{a}' },
  { kind: 'method', id: 'met_b', resource: 'res_b', httpMethod: 'PUT', integration: 'int_2' },
  { kind: 'method', id: 'met_a', resource: 'res_a', httpMethod: 'ANY', integration: 'int_3' },
  { kind: 'integration', id: 'int_2', type: 'http_proxy', uri: 'https://b.example' },
  { kind: 'integration', id: 'int_3', type: 'http_proxy', uri: 'https://b.example', name: 'another name' },
  { kind: 'function', id: 'fun_2', name: 'b', code: '' },
  { kind: 'function', id: 'fun_1', name: 'a', code: '' },
)

test('the gateway loads what is built', () => {
  const { bytes, hash, bundle } = buildBundle(definition)
  expect(loadBundle(bytes, hash)).toEqual(bundle)
})

test('the same content gives the same bytes, whatever the order of records and keys', () => {
  const { hash } = buildBundle(definition)
  const other: Definition = new Map(
    [...definition].reverse().map(([id, record]) => [id, shuffledKeys(record)]),
  )
  expect(buildBundle(other).hash).toBe(hash)
  expect(buildBundle(structuredClone(definition) as Definition).hash).toBe(hash)
})

test('routes stand by path and method, equal integrations once, functions by name', () => {
  const { bundle } = buildBundle(definition)
  expect(bundle.routes.map((route) => `${route.method} ${route.path} ${route.integration}`)).toEqual([
    'PUT /b 0',
    'GET /pets 1',
    'ANY /{a} 0',
  ])
  expect(bundle.functions.map((fn) => fn.name)).toEqual(['a', 'b'])
})

test('a build after an edit sees the edit, also of a model that examples are made from', () => {
  const before = buildBundle(definition)
  const pet = { kind: 'model' as const, id: 'mod_1', name: 'Pet', schema: { type: 'string', example: 'Rex' } }
  const after = buildBundle(
    applyDiff(definition, { ...emptyDiff, updated: { mod_1: [definition.get('mod_1')!, pet] } }),
  )
  expect(before.bundle.bodies).toContain('{"age":0,"name":"string"}')
  expect(after.bundle.bodies).toContain('"Rex"')
  expect(buildBundle(definition).hash).toBe(before.hash)
})

test('a base path is put before every route', () => {
  const prefixed = petApi(
    {},
    {},
    { kind: 'api', id: 'api_1', name: 'pets', basePath: 'v1/' },
    { kind: 'method', id: 'met_r', resource: 'res_root', httpMethod: 'GET' },
  )
  expect(buildBundle(prefixed).bundle.routes.map((route) => route.path)).toEqual(['/v1', '/v1/pets'])
})

test('a method without an integration says so; a resource that leads nowhere has no route', () => {
  const lost = petApi(
    {},
    { integration: undefined },
    { kind: 'method', id: 'met_2', resource: 'res_gone', httpMethod: 'GET' },
  )
  expect(buildBundle(lost).bundle.routes).toMatchObject([{ id: 'met_list', integration: null }])
})

test('settings, CORS and gateway responses go along', () => {
  const { bundle, diagnostics } = buildBundle(
    petApi(
      {},
      {},
      {
        kind: 'api',
        id: 'api_1',
        name: 'pets',
        compatibility: 'aws',
        cors: { allowOrigins: ['*'] },
        binaryMediaTypes: ['image/png'],
      },
      {
        kind: 'gatewayResponse',
        id: 'gwr_1',
        responseType: 'DEFAULT_4XX',
        statusCode: '418',
        responseTemplates: { 'application/json': '{}' },
      },
      { kind: 'gatewayResponse', id: 'gwr_2', responseType: 'THROTTLED', statusCode: 'many' },
    ),
  )
  expect(bundle.api).toMatchObject({
    compatibility: 'aws',
    binaryMediaTypes: ['image/png'],
    cors: { allowOrigins: ['*'], allowCredentials: false },
  })
  expect(bundle.gatewayResponses).toEqual({
    DEFAULT_4XX: { status: 418, parameters: {}, templates: { 'application/json': '{}' } },
    THROTTLED: { parameters: {}, templates: {} },
  })
  expect(diagnostics).toMatchObject([{ code: 'response-status-invalid', location: { record: 'gwr_2' } }])
})

test('a definition without an api record is refused', () => {
  expect(() => buildBundle(new Map())).toThrow(/api record/)
})

test('checkBuild reports what building reports, without building', () => {
  const broken = applyDiff(definition, {
    ...emptyDiff,
    added: {
      int_vtl: {
        kind: 'integration',
        id: 'int_vtl',
        type: 'mock',
        requestTemplates: { 'application/json': '#if($x' },
      },
      met_vtl: {
        kind: 'method',
        id: 'met_vtl',
        resource: 'res_a',
        httpMethod: 'GET',
        integration: 'int_vtl',
        authorizationType: 'AWS_IAM',
      },
    },
  })
  const { diagnostics } = buildBundle(broken)
  expect(diagnostics.length).toBeGreaterThan(1)
  expect(checkBuild(broken)).toEqual(diagnostics)
})
