import {
  type ApiRecord,
  definitionOf,
  type Diagnostic,
  type JsonObject,
  recordsOf,
  sameRecord,
} from '@penstock/model'
import { describe, expect, test } from 'vitest'
import { exportDocument } from './export-document.ts'
import { withExportIds } from './export/with-export-ids.ts'
import { imported, ok, openapi } from './document.fixture.ts'

const drawn: ApiRecord[] = [
  {
    kind: 'api',
    id: 'api_1',
    name: 'Drawn',
    version: '1',
    compatibility: 'aws',
    type: 'HTTP',
    basePath: '/v1',
    validator: 'val_1',
  },
  { kind: 'resource', id: 'res_root', parent: null, pathPart: '' },
  { kind: 'resource', id: 'res_pets', parent: 'res_root', pathPart: 'pets', declared: true },
  { kind: 'resource', id: 'res_sketch', parent: 'res_root', pathPart: 'sketch' },
  { kind: 'upstream', id: 'ups_1', name: 'pets', url: 'https://pets.test/base' },
  { kind: 'function', id: 'fun_1', name: 'hello', code: 'export const handler = () => 1', timeoutMs: 9 },
  { kind: 'validator', id: 'val_1', name: 'all', validateRequestBody: true, validateRequestParameters: true },
  {
    kind: 'authorizer',
    id: 'aut_1',
    name: 'auth',
    scheme: { type: 'apiKey', name: 'Authorization', in: 'header' },
    settings: { type: 'token' },
  },
  { kind: 'integration', id: 'int_up', type: 'http_proxy', upstream: 'ups_1', name: 'Pets service' },
  { kind: 'integration', id: 'int_fn', type: 'aws_proxy', function: 'fun_1' },
  {
    kind: 'integration',
    id: 'int_amazon',
    type: 'http',
    httpMethod: 'GET',
    uri: 'http://x/y',
    passthroughBehavior: 'NEVER',
    timeoutMs: 99,
  },
  {
    kind: 'method',
    id: 'met_1',
    resource: 'res_pets',
    httpMethod: 'GET',
    integration: 'int_up',
    authorizationType: 'CUSTOM',
    authorizer: 'aut_1',
  },
  {
    kind: 'method',
    id: 'met_2',
    resource: 'res_pets',
    httpMethod: 'POST',
    integration: 'int_up',
    validator: 'val_1',
    apiKeyRequired: true,
  },
  { kind: 'method', id: 'met_3', resource: 'res_pets', httpMethod: 'PUT', integration: 'int_fn' },
  { kind: 'method', id: 'met_4', resource: 'res_pets', httpMethod: 'ANY', integration: 'int_amazon' },
  { kind: 'method', id: 'met_5', resource: 'res_pets', httpMethod: 'DELETE' },
  { kind: 'model', id: 'mod_1', name: 'Pet', schema: { type: 'object' } },
]

describe('export with our extension brings everything back', () => {
  test('a definition drawn by hand, but for its ids', () => {
    const definition = definitionOf(drawn)
    const document = exportDocument(definition, { format: 'oas31', extensions: 'penstock' })
    const again = imported(document).definition
    const expected = withExportIds(definition)
    expect([...again.keys()].sort()).toEqual([...expected.keys()].sort())
    for (const [id, record] of expected)
      expect(sameRecord(again.get(id)!, record), `${record.kind} ${id}`).toBe(true)
    expect(exportDocument(again, { format: 'oas31', extensions: 'penstock' })).toEqual(document)
  })

  test('what Amazon can say is not said twice', () => {
    const document = exportDocument(definitionOf(drawn), { format: 'oas31', extensions: 'penstock' })
    const paths = document['paths'] as Record<string, Record<string, JsonObject>>
    expect(paths['/pets']!['x-amazon-apigateway-any-method']).toEqual({
      'x-amazon-apigateway-integration': {
        type: 'http',
        httpMethod: 'GET',
        uri: 'http://x/y',
        passthroughBehavior: 'never',
        timeoutInMillis: 99,
      },
      'x-penstock-integration': 'int_amazon',
    })
    expect(paths['/pets']!['get']).toHaveProperty('x-penstock-integration')
    expect(JSON.stringify(document['x-penstock'])).not.toContain('http://x/y')
  })

  test('an API pointed at an upstream says so once', () => {
    const { records } = imported(openapi({ '/a': { get: ok }, '/b': { get: ok } }))
    const pointed = records.map((record): ApiRecord => {
      if (record.kind !== 'integration') return record
      return { kind: 'integration', id: record.id, type: 'http_proxy', upstream: 'ups_x' }
    })
    pointed.push({ kind: 'upstream', id: 'ups_x', name: 'x', url: 'https://x.test' })
    const document = exportDocument(definitionOf(pointed), { format: 'oas30', extensions: 'penstock' })
    expect(document['paths']).toEqual({ '/a': { get: ok }, '/b': { get: ok } })
    const again = imported(document)
    const integrations = again.records.filter(({ kind }) => kind === 'integration')
    expect(integrations).toMatchObject([{ type: 'http_proxy' }])
  })
})

describe('what an integration is called does not depend on its users', () => {
  const exported = (records: readonly ApiRecord[]) =>
    exportDocument(definitionOf(records), { format: 'oas31', extensions: 'penstock' })
  const isAt = (id: string) => (record: ApiRecord) => record.id === id
  const named = (id: string): ApiRecord => ({ ...drawn.find(isAt(id))!, name: 'Named' }) as ApiRecord

  test.each([
    ['a service', drawn.find(isAt('int_up'))!],
    ['a function', drawn.find(isAt('int_fn'))!],
    ["one of Amazon's that has a name", named('int_amazon')],
  ])('%s that answers one method more changes that method alone', (_, integration) => {
    const others = drawn.filter(({ kind, id }) => kind !== 'method' && id !== integration.id)
    const method = (id: string, httpMethod: 'GET' | 'PUT', at: object = {}): ApiRecord => ({
      kind: 'method',
      id,
      resource: 'res_pets',
      httpMethod,
      ...at,
    })
    const at = { integration: integration.id }
    const one = [...others, integration, method('met_1', 'PUT', at), method('met_2', 'GET')]
    const two = [...others, integration, method('met_1', 'PUT', at), method('met_2', 'GET', at)]
    const expected = structuredClone(exported(one)) as { paths: Record<string, Record<string, JsonObject>> }
    expected.paths['/pets']!['get']!['x-penstock-integration'] = integration.id
    expect(exported(two)).toEqual(expected)
  })

  test("one of Amazon's without a name that answers one method more changes that method alone", () => {
    const integration = drawn.find(isAt('int_amazon'))!
    const others = drawn.filter(({ kind, id }) => kind !== 'method' && id !== integration.id)
    const method = (id: string, httpMethod: 'GET' | 'PUT', at: object = {}): ApiRecord => {
      return { kind: 'method', id, resource: 'res_pets', httpMethod, ...at }
    }
    const at = { integration: integration.id }
    const one = [...others, integration, method('met_1', 'PUT', at), method('met_2', 'GET')]
    const two = [...others, integration, method('met_1', 'PUT', at), method('met_2', 'GET', at)]
    const expected = structuredClone(exported(one)) as { paths: Record<string, Record<string, JsonObject>> }
    Object.assign(expected.paths['/pets']!['get']!, expected.paths['/pets']!['put'])
    expect(exported(two)).toEqual(expected)
    // One record again, and not one per method.
    const again = imported(exported(two)).definition
    expect([...recordsOf(again, 'integration')]).toMatchObject([{ id: 'int_amazon', type: 'http' }])
  })

  test('operations that name one id and say something else have an integration each', () => {
    const says = (uri: string) => ({
      ...ok,
      'x-amazon-apigateway-integration': { type: 'http', httpMethod: 'GET', uri },
      'x-penstock-integration': 'int_one',
    })
    const { definition } = imported(
      openapi({ '/a': { get: says('http://a') }, '/b': { get: says('http://b') } }),
    )
    const integrations = [...recordsOf(definition, 'integration')]
    expect(new Set(integrations.map(({ uri }) => uri))).toEqual(new Set(['http://a', 'http://b']))
    expect(integrations.map(({ id }) => id)).toContain('int_one')
  })
})

test.each(['oas31', 'swagger2'] as const)(
  'levels of checks are said where authors say them (%s)',
  (format) => {
    const levels = (level: string) => ({ 'x-penstock-lint': { 'body-on-get': level } })
    const operation = { ...ok, ...levels('info') }
    const { paths: _, ...head } = openapi({})
    const document: JsonObject = { ...head, paths: { '/a': { get: operation } }, ...levels('off') }
    const { definition, report } = imported(document)
    expect(report.kept).toEqual([])
    expect([...recordsOf(definition, 'opaque')]).toEqual([])
    const set = definitionOf(
      [...definition.values()].map((record) =>
        record.kind === 'api' ? { ...record, rest: levels('error') } : record,
      ),
    )
    for (const extensions of ['penstock', 'aws'] as const) {
      const written = exportDocument(set, { format, extensions })
      expect(written).toMatchObject({ ...levels('error'), paths: { '/a': { get: levels('info') } } })
      expect(written).not.toHaveProperty('x-penstock')
    }
    expect(JSON.stringify(exportDocument(set, { format, extensions: 'none' }))).not.toContain('penstock')
  },
)

test('a straight import is exported without our extension, and without ids of ours in none of the three', () => {
  const document = openapi({ '/a': { get: { ...ok, 'x-own': 1 } } })
  const { definition } = imported(document)
  for (const extensions of ['penstock', 'aws', 'none'] as const) {
    expect(exportDocument(definition, { format: 'oas30', extensions })).toEqual(document)
  }
})

test('none leaves Amazon\u2019s words out and keeps those of others', () => {
  const { definition } = imported(
    openapi(
      { '/a': { get: { ...ok, 'x-own': 1, 'x-amazon-apigateway-integration': { type: 'mock' } } } },
      { 'x-amazon-apigateway-policy': {}, 'x-other': 2 },
    ),
  )
  const document = exportDocument(definition, { format: 'oas30', extensions: 'none' })
  expect(document).toEqual(openapi({ '/a': { get: { ...ok, 'x-own': 1 } } }, { 'x-other': 2 }))
})

test('secrets in a function\u2019s environment are not exported, and an import over it keeps them', () => {
  const secret: ApiRecord[] = drawn.map((record) =>
    record.kind === 'function' ? { ...record, environment: { KEY: 'hush' } } : record,
  )
  const existing = definitionOf(secret)
  const document = exportDocument(existing, { format: 'oas31', extensions: 'penstock' })
  expect(JSON.stringify(document)).not.toContain('hush')
  const after = imported(document, { existing, mode: 'overwrite' })
  expect(after.records.find(({ kind }) => kind === 'function')).toMatchObject({
    id: 'fun_1',
    environment: { KEY: 'hush' },
  })
})

test('a broken record in our extension is a warning, not a failure', () => {
  const { report } = imported(
    openapi({}, { 'x-penstock': { records: { int_1: { kind: 'integration' }, x: 5 } } }),
  )
  expect(report.warnings).toHaveLength(2)
})

describe('what was drawn is exported as OpenAPI asks', () => {
  const shop = definitionOf([
    { kind: 'api', id: 'api_1', name: 'Shop' },
    { kind: 'resource', id: 'res_root', parent: null, pathPart: '' },
    { kind: 'resource', id: 'res_order', parent: 'res_root', pathPart: '{id}' },
    { kind: 'resource', id: 'res_file', parent: 'res_order', pathPart: '{path+}' },
    { kind: 'method', id: 'met_1', resource: 'res_order', httpMethod: 'GET' },
    {
      kind: 'method',
      id: 'met_2',
      resource: 'res_file',
      httpMethod: 'GET',
      parameters: [{ name: 'id', in: 'path', required: true, schema: { type: 'integer' } }],
    },
  ])
  const id = { name: 'id', in: 'path', required: true, schema: { type: 'string' } }

  test.each(['penstock', 'aws', 'none'] as const)(
    'with a version and its path parameters (%s)',
    (extensions) => {
      const { info, paths } = exportDocument(shop, { format: 'oas31', extensions })
      expect(info).toEqual({ title: 'Shop', version: '1.0' })
      expect(paths).toMatchObject({
        '/{id}': { parameters: [id] },
        '/{id}/{path+}': { parameters: [{ ...id, name: 'path' }] },
      })
    },
  )

  test('and comes back as it was drawn', () => {
    const document = exportDocument(shop, { format: 'oas31', extensions: 'penstock' })
    const again = imported(document).definition
    for (const [id, record] of withExportIds(shop))
      expect(sameRecord(again.get(id)!, record), `${record.kind} ${id}`).toBe(true)
    expect(exportDocument(again, { format: 'oas31', extensions: 'penstock' })).toEqual(document)
  })

  test('with responses where the version wants them', () => {
    for (const format of ['oas30', 'swagger2'] as const) {
      const { paths } = exportDocument(shop, { format, extensions: 'none' })
      expect(paths).toMatchObject({ '/{id}': { get: { responses: { default: { description: '' } } } } })
    }
  })

  test('and a document that lacks them is given back as it is', () => {
    const document = {
      openapi: '3.1.0',
      info: { title: 'Bare' },
      paths: { '/{id}': { get: { summary: 'x' } } },
    }
    expect(
      exportDocument(imported(document).definition, { format: 'oas31', extensions: 'penstock' }),
    ).toEqual(document)
  })
})

describe('a WebSocket API, which OpenAPI has no words for', () => {
  const chat = definitionOf([
    {
      kind: 'api',
      id: 'api_1',
      name: 'Chat',
      type: 'WEBSOCKET',
      routeSelectionExpression: '$request.body.type',
    },
    { kind: 'function', id: 'fun_1', name: 'join', code: 'export const handler = () => 1' },
    { kind: 'integration', id: 'int_1', type: 'aws_proxy', function: 'fun_1', name: 'Call join' },
    { kind: 'authorizer', id: 'aut_1', name: 'who', settings: { type: 'request' } },
    { kind: 'route', id: 'rou_1', routeKey: '$connect', authorizationType: 'CUSTOM', authorizer: 'aut_1' },
    {
      kind: 'route',
      id: 'rou_2',
      routeKey: 'join',
      integration: 'int_1',
      routeResponse: true,
      operationName: 'Join',
    },
  ])

  test('is exported and imported again whole', () => {
    const document = exportDocument(chat, { format: 'oas31', extensions: 'penstock' })
    const again = imported(document).definition
    for (const [id, record] of withExportIds(chat))
      if (record.kind !== 'api') expect(sameRecord(again.get(id)!, record), `${record.kind} ${id}`).toBe(true)
    const [api] = recordsOf(again, 'api')
    expect(api).toMatchObject({ type: 'WEBSOCKET', routeSelectionExpression: '$request.body.type' })
    expect(exportDocument(again, { format: 'oas31', extensions: 'penstock' })).toEqual(document)
  })

  test.each(['oas31', 'swagger2'] as const)(
    'is left out of %s without our words, with a line for each route',
    (format) => {
      const diagnostics: Diagnostic[] = []
      const extensions = format === 'oas31' ? 'none' : 'penstock'
      const document = exportDocument(chat, { format, extensions, diagnostics })
      expect(document['paths']).toEqual({})
      expect(
        diagnostics.filter(({ code }) => code === 'route-left-out').map(({ location }) => location.record),
      ).toEqual(['rou_1', 'rou_2'])
    },
  )
})
