import { checkInvariants, type Json, type JsonObject, recordsOf } from '@penstock/model'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { exportDocument } from './export-document.ts'
import { imported, roundTrip } from './document.fixture.ts'

const petstore: JsonObject = {
  swagger: '2.0',
  info: { title: 'P', version: '1', 'x-logo': { url: 'u' } },
  host: 'api.example.com',
  basePath: '/v1',
  schemes: ['https', 'http'],
  consumes: ['application/json', 'application/xml'],
  produces: ['application/json'],
  securityDefinitions: {
    b: { type: 'basic' },
    k: { type: 'apiKey', name: 'k', in: 'header' },
    o: {
      type: 'oauth2',
      flow: 'accessCode',
      authorizationUrl: 'a',
      tokenUrl: 't',
      scopes: { r: 'read' },
      'x-y': 1,
    },
  },
  security: [{ b: [] }],
  parameters: {
    Limit: { name: 'limit', in: 'query', type: 'integer', format: 'int32', default: 3 },
    PetBody: { name: 'pet', in: 'body', required: true, schema: { $ref: '#/definitions/Pet' } },
  },
  responses: {
    NotFound: {
      description: 'nf',
      schema: { $ref: '#/definitions/Error' },
      headers: { 'X-A': { type: 'string', description: 'd' } },
    },
  },
  definitions: {
    Pet: {
      type: 'object',
      discriminator: 'kind',
      properties: {
        kind: { type: 'string' },
        owner: { $ref: '#/definitions/Owner' },
        note: { type: 'string', 'x-nullable': true },
      },
    },
    Owner: { type: 'object' },
    Error: {},
  },
  paths: {
    'x-p': 1,
    '/pets': {
      parameters: [{ $ref: '#/parameters/Limit' }],
      get: {
        produces: ['application/json', 'text/csv'],
        parameters: [
          { name: 'tags', in: 'query', type: 'array', items: { type: 'string' }, collectionFormat: 'multi' },
        ],
        responses: {
          200: {
            description: 'ok',
            schema: { type: 'array', items: { $ref: '#/definitions/Pet' } },
            examples: { 'application/json': [] },
          },
          404: { $ref: '#/responses/NotFound' },
          default: { description: 'x', examples: {} },
          'x-r': 'e',
        },
      },
      post: {
        parameters: [
          { name: 'h', in: 'header', type: 'string', required: false },
          {
            in: 'body',
            name: 'body',
            description: 'D',
            required: true,
            schema: { $ref: '#/definitions/Pet' },
          },
          { name: 'z', in: 'query', type: 'boolean' },
        ],
        responses: { 201: { description: 'c' } },
        schemes: ['https'],
      },
      put: { consumes: [], parameters: [{ $ref: '#/parameters/PetBody' }], responses: {} },
      patch: {
        consumes: ['application/json'],
        parameters: [{ in: 'body', name: 'b' }],
        responses: { 200: { description: 'f', schema: { type: 'file' } } },
      },
    },
    '/up/{id}': {
      post: {
        consumes: ['multipart/form-data'],
        parameters: [
          { name: 'f', in: 'formData', type: 'file', required: true },
          { name: 'id', in: 'path', type: 'string', required: true },
          { name: 'note', in: 'formData', type: 'string', required: false, 'x-q': 1 },
        ],
        responses: { 200: { description: '' } },
      },
      put: {
        parameters: [
          { name: 'n', in: 'formData', type: 'array', items: { type: 'string' }, collectionFormat: 'csv' },
        ],
        responses: {},
      },
      delete: null,
      head: {
        parameters: [5, { in: 'body', name: 'a', schema: {} }, { in: 'body', name: 'b', schema: {} }],
        responses: { 200: null },
      },
    },
  },
}

test('Swagger 2.0 comes back as it was, without anything opaque', () => {
  expect(roundTrip(petstore)).toEqual(petstore)
  const { definition } = imported(petstore)
  expect([...recordsOf(definition, 'opaque')]).toEqual([])
  expect(checkInvariants(definition).filter(({ severity }) => severity === 'error')).toEqual([])
})

test('records of Swagger 2.0 have the shape of OpenAPI 3', () => {
  const { definition } = imported(petstore)
  const methods = [...recordsOf(definition, 'method')]
  const post = methods.find(
    ({ httpMethod, requestBody }) => httpMethod === 'POST' && requestBody?.['description'] === 'D',
  )
  expect(post?.requestBody).toMatchObject({
    required: true,
    content: { 'application/xml': { schema: { $ref: '#/components/schemas/Pet' } } },
  })
  expect(post?.parameters).toEqual([
    { name: 'h', in: 'header', required: false, schema: { type: 'string' } },
    { name: 'z', in: 'query', schema: { type: 'boolean' } },
  ])
  const [api] = recordsOf(definition, 'api')
  expect(api).toMatchObject({
    dialect: 'swagger2',
    servers: [{ url: 'https://api.example.com/v1' }, { url: 'http://api.example.com/v1' }],
  })
})

test('Swagger 2.0 exported as OpenAPI 3.0 has none of its words left', () => {
  const { definition } = imported(petstore)
  const document = exportDocument(definition, { format: 'oas30', extensions: 'penstock' })
  const text = JSON.stringify(document)
  expect(text).not.toMatch(
    /swagger|#\/definitions|"consumes"|"produces"|formData|x-nullable|"in":"body","name":"body"/,
  )
  expect(document).toMatchObject({
    openapi: '3.0.3',
    components: {
      schemas: { Pet: { discriminator: { propertyName: 'kind' }, properties: { note: { nullable: true } } } },
      requestBodies: { PetBody: { required: true } },
      securitySchemes: {
        b: { type: 'http', scheme: 'basic' },
        o: { flows: { authorizationCode: { tokenUrl: 't' } } },
      },
    },
  })
})

test('for generated documents', () => {
  fc.assert(
    fc.property(documents, (document) => {
      expect(roundTrip(document)).toEqual(document)
    }),
    { numRuns: 100 },
  )
}, 60_000)

const or = <T>(arbitrary: fc.Arbitrary<T>) =>
  fc.oneof(
    { weight: 8, arbitrary },
    { weight: 1, arbitrary: fc.constantFrom<Json>(null, 1, 'x', [], {}, [{}]) },
  )
const object = (members: Record<string, fc.Arbitrary<unknown>>) => fc.record(members, { requiredKeys: [] })
const schema = fc.constantFrom<Json>(
  { type: 'string' },
  { $ref: '#/definitions/a' },
  { $ref: '#/components/schemas/a' },
  {},
)
const parameter = or(
  object({
    name: fc.constantFrom('a', 'b'),
    in: fc.constantFrom('query', 'path', 'body', 'formData', 'header'),
    type: fc.constantFrom('string', 'file', 'array'),
    required: fc.boolean(),
    schema,
    $ref: fc.constantFrom('#/parameters/a', '#/parameters/b'),
    collectionFormat: fc.constant('csv'),
  }),
)
const types = or(fc.subarray(['application/json', 'multipart/form-data', 'text/plain']))
const response = or(
  object({
    description: fc.string(),
    schema,
    examples: fc.constantFrom({}, { 'text/plain': 1 }, 'x'),
    headers: fc.constantFrom({ A: { type: 'string' } }, { A: 1 }),
  }),
)
const operation = or(
  object({
    consumes: types,
    produces: types,
    parameters: or(fc.array(parameter, { maxLength: 4 })),
    responses: or(fc.dictionary(fc.constantFrom('200', 'default', 'x-a'), response)),
    schemes: types,
  }),
)
const documents = object({
  info: or(object({ title: fc.string(), version: fc.string() })),
  host: or(fc.constantFrom('a.b', 'a.b:1')),
  basePath: or(fc.constantFrom('/', '/v', 'v')),
  schemes: or(fc.subarray(['http', 'https', 'ws'])),
  consumes: types,
  produces: types,
  paths: or(
    fc.dictionary(
      fc.constantFrom('/', '/a', 'a'),
      or(object({ get: operation, post: operation, parameters: or(fc.array(parameter, { maxLength: 2 })) })),
    ),
  ),
  definitions: or(fc.dictionary(fc.constantFrom('a', 'b'), or(schema))),
  parameters: or(fc.dictionary(fc.constantFrom('a', 'b'), parameter)),
  responses: or(fc.dictionary(fc.constantFrom('a', 'b'), response)),
  securityDefinitions: or(
    fc.dictionary(
      fc.constantFrom('a', 'b'),
      or(
        object({
          type: fc.constantFrom('basic', 'oauth2', 'apiKey', 'http'),
          flow: or(fc.constantFrom('implicit', 'accessCode')),
          scopes: fc.constant({}),
          tokenUrl: fc.constant('t'),
          flows: fc.constant({ implicit: {} }),
          scheme: fc.constantFrom('basic', 'bearer'),
        }),
      ),
    ),
  ),
  components: or(fc.constant({ schemas: {} })),
  servers: or(fc.constant([{ url: '/x' }])),
}).map((document) => JSON.parse(JSON.stringify({ swagger: '2.0', ...document })) as JsonObject)
