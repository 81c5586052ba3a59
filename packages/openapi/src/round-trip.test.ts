import { checkInvariants, type Json, type JsonObject, parseRecord } from '@penstock/model'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { exportDocument } from './export-document.ts'
import { imported, ok, openapi, roundTrip } from './document.fixture.ts'

const weirdPaths: JsonObject = {
  '/': { get: ok },
  '/a': { get: ok },
  '/a/': { get: ok },
  '//': { get: ok },
  '//a': { get: ok },
  pets: { get: ok },
  '/pets': { post: ok },
  'only/relative': { get: ok },
  '/q?x={y}&z=1': { get: ok },
  '/f#fragment/x': { get: ok },
  '/{a}/{b}.json': { parameters: [{ name: 'a', in: 'path', required: true, schema: {} }], get: ok },
  '/ref': { $ref: '#/components/pathItems/x' },
  '/null': null,
  '/text': 'text',
  '/list': [],
  '/empty': {},
  '/odd': {
    get: null,
    post: 'x',
    put: [],
    QUERY: ok,
    'x-y': 1,
    parameters: [1, null],
    summary: 5,
    description: 'd',
  },
  'x-paths': { get: ok },
}

const weirdOperations: JsonObject = {
  '/ops': {
    get: {
      parameters: 'no',
      responses: null,
      tags: [1],
      security: {},
      operationId: 5,
      deprecated: 'yes',
      requestBody: [],
    },
    put: {
      parameters: [],
      responses: {},
      tags: [],
      security: [],
      deprecated: false,
      summary: '',
      requestBody: {},
    },
    post: { parameters: [{}, 'x'], responses: { 200: null, 'x-r': 'text', default: { $ref: '#/x' } } },
    patch: {},
    delete: { 'x-amazon-apigateway-integration': 'text', responses: [] },
    head: {
      'x-amazon-apigateway-integration': { type: 'unknown' },
      'x-amazon-apigateway-request-validator': 'missing',
    },
    trace: ok,
    'x-amazon-apigateway-any-method': ok,
  },
}

const cases: Record<string, JsonObject> = {
  'an empty document': { openapi: '3.1.0' },
  'a document without paths': {
    openapi: '3.1.0',
    info: { title: 'x', version: '1' },
    webhooks: { a: { post: ok } },
  },
  'paths of any form': openapi(weirdPaths),
  'operations of any form': openapi(weirdOperations),
  'roots of the wrong form': {
    openapi: '3.0.0',
    info: 'x',
    paths: [],
    components: 5,
    servers: {},
    tags: ['x'],
    security: null,
  } as unknown as JsonObject,
  'info without a title': openapi(
    {},
    { info: { version: 1, description: null, 'x-a': [] } as unknown as JsonObject },
  ),
  'components of any form': openapi(
    {},
    {
      components: {
        schemas: { 'a/b~c %20': {}, '': true, constructor: { type: 'object' }, nil: null },
        parameters: {},
        responses: { a: null },
        securitySchemes: { s: 'text', t: { type: 'apiKey' } },
        headers: [],
        'x-own': { a: 1 },
        unknown: 1,
      } as unknown as JsonObject,
    },
  ),
  'a version as a number': { openapi: 3.1, info: { title: 'x', version: 1 }, paths: {} },
  'a later version': {
    openapi: '3.2.0',
    info: { title: 'x', version: '1' },
    paths: { '/a': { query: ok, get: ok } },
  },
}

describe('import and export give the same JSON value back', () => {
  test.each(Object.entries(cases))('%s', (_, document) => {
    expect(roundTrip(document)).toEqual(document)
  })

  test('for generated documents', () => {
    fc.assert(
      fc.property(documents, (document) => {
        expect(roundTrip(document)).toEqual(document)
      }),
      { numRuns: 100 },
    )
  }, 60_000)

  test('a member called __proto__ is a member like any other', () => {
    const text =
      '{"openapi":"3.0.3","info":{"title":"t","version":"1"},"paths":{"/a":{"get":{"__proto__":{"x":1},"responses":{}}}},"__proto__":{"y":2}}'
    const { definition } = imported(text)
    expect(JSON.stringify(roundTrip(JSON.parse(text)))).toContain('"__proto__":{"x":1}')
    expect(definition.size).toBeGreaterThan(2)
  })
})

test('every record of a weird document is valid and the definition holds together', () => {
  for (const document of Object.values(cases)) {
    const { records, definition } = imported(document)
    for (const record of records) expect(parseRecord(JSON.parse(JSON.stringify(record)))).toEqual(record)
    expect(checkInvariants(definition).filter(({ severity }) => severity === 'error')).toEqual([])
  }
})

const formats = ['oas31', 'oas30', 'swagger2'] as const
const everyWay = formats.flatMap((format) =>
  (['penstock', 'aws', 'none'] as const).map((extensions) => ({ format, extensions })),
)

test.each(everyWay)('weird documents exported as $format with $extensions import again', (options) => {
  for (const document of Object.values(cases)) {
    const { definition } = imported(document)
    expect(imported(JSON.stringify(exportDocument(definition, options))).ok).toBe(true)
    expect(exportDocument(definition, { ...options, style: 'amazon' })).toHaveProperty('info')
  }
})

test('only what has no place at all is kept as opaque', () => {
  const opaque = (document: JsonObject) => imported(document).records.filter(({ kind }) => kind === 'opaque')
  expect(opaque(openapi(weirdPaths))).toEqual([])
  expect(opaque(openapi(weirdOperations))).toEqual([])
  expect(opaque(cases['info without a title']!)).toMatchObject([{ pointer: '/info/title', absent: true }])
})

const anything = fc.jsonValue({ maxDepth: 2 }) as fc.Arbitrary<Json>
const object = (members: Record<string, fc.Arbitrary<unknown>>) =>
  fc.record(members, { requiredKeys: [] }) as unknown as fc.Arbitrary<JsonObject>
const or = (arbitrary: fc.Arbitrary<unknown>) =>
  fc.oneof({ weight: 6, arbitrary }, { weight: 1, arbitrary: anything })
const schema = fc.constantFrom<Json>(
  { type: 'string' },
  { $ref: '#/components/schemas/a' },
  { type: 'object', properties: {} },
  true,
)
const parameter = or(
  object({
    name: fc.constantFrom('a', 'b'),
    in: fc.constantFrom('query', 'path', 'header'),
    required: fc.boolean(),
    schema,
  }),
)
const content = fc.dictionary(
  fc.constantFrom('application/json', 'text/plain'),
  object({ schema, example: anything }),
)
const response = or(
  object({
    description: fc.string(),
    content,
    headers: fc.constant({ 'X-A': { schema: { type: 'string' } } }),
  }),
)
const integration = or(
  object({
    type: fc.constantFrom('mock', 'HTTP', 'http_proxy', 'aws'),
    uri: fc.constantFrom('http://x/y', '${stageVariables.a}'),
    httpMethod: fc.constantFrom('GET', 'ANY'),
    passthroughBehavior: fc.constantFrom('never', 'WHEN_NO_MATCH'),
    timeoutInMillis: fc.constantFrom(50, '50'),
    responseTransferMode: fc.constantFrom('STREAM', 'stream', 'BUFFERED', 'x'),
    requestTemplates: fc.dictionary(fc.string({ maxLength: 3 }), or(fc.string())),
    tlsConfig: fc.constantFrom({ insecureSkipVerification: true }, { insecureSkipVerification: false }),
    responses: fc.dictionary(
      fc.constantFrom('default', '4\\d\\d'),
      or(object({ statusCode: fc.constantFrom('200', 200) })),
    ),
  }),
)
const operation = or(
  object({
    operationId: or(fc.constantFrom('a', 'b')),
    summary: or(fc.string()),
    tags: or(fc.array(fc.string(), { maxLength: 2 })),
    deprecated: or(fc.boolean()),
    parameters: or(fc.array(parameter, { maxLength: 3 })),
    requestBody: or(object({ content, required: fc.boolean() })),
    responses: or(fc.dictionary(fc.constantFrom('200', '4XX', 'default', 'x-a'), response)),
    security: or(fc.constantFrom([], [{ s: [] }])),
    'x-own': anything,
    'x-amazon-apigateway-integration': integration,
  }),
)
const item = or(
  object({
    get: operation,
    post: operation,
    'x-amazon-apigateway-any-method': operation,
    parameters: or(fc.array(parameter, { maxLength: 2 })),
    summary: or(fc.string()),
  }),
)
const documents = fc
  .record(
    {
      openapi: fc.constantFrom('3.0.3', '3.1.0'),
      info: or(object({ title: or(fc.string()), version: or(fc.string()), license: anything })),
      paths: or(
        fc.dictionary(fc.constantFrom('/', '/a', '/a/', '//', 'a', '/a/{b}', '/{x}/c', '?', ''), item),
      ),
      components: or(
        object({
          schemas: or(fc.dictionary(fc.string({ maxLength: 3 }), or(schema))),
          securitySchemes: or(
            fc.constantFrom({ s: { type: 'http', 'x-amazon-apigateway-authtype': 'awsSigv4' } }),
          ),
          parameters: or(fc.dictionary(fc.string({ maxLength: 2 }), parameter)),
        }),
      ),
      servers: or(fc.constantFrom([{ url: 'https://x/y' }], [])),
      'x-amazon-apigateway-gateway-responses': or(
        fc.constantFrom({}, { DEFAULT_4XX: { statusCode: 400, responseTemplates: { a: 'b' } } }),
      ),
      'x-amazon-apigateway-request-validators': or(fc.constantFrom({ v: { validateRequestBody: true } })),
      'x-amazon-apigateway-cors': or(fc.constantFrom({ allowOrigins: ['*'], maxAge: 5 })),
      'x-amazon-apigateway-documentation': or(
        fc.constantFrom({
          version: '1',
          documentationParts: [
            { location: { type: 'METHOD' }, properties: {} },
            { location: { type: 'API' }, properties: 'x' },
          ],
        }),
      ),
      'x-own': anything,
    },
    { requiredKeys: ['openapi'] },
  )
  // What a text can hold: no undefined, no negative zero, no __proto__ that toEqual would not see.
  .map((document) => JSON.parse(JSON.stringify(document).replaceAll('__proto__', 'proto')) as JsonObject)
