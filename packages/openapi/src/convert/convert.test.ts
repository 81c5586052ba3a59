import type { Diagnostic, Json, JsonObject } from '@penstock/model'
import { expect, test } from 'vitest'
import { exportDocument } from '../export-document.ts'
import type { Format } from '../report.ts'
import { imported, ok, openapi } from '../document.fixture.ts'

function schemaIn(format: Format, schema: Json, version: string): { schema: Json; lost: string[] } {
  const { definition } = imported({
    ...openapi({}),
    openapi: version,
    components: { schemas: { S: schema } },
  })
  const diagnostics: Diagnostic[] = []
  const document = exportDocument(definition, { format, extensions: 'none', diagnostics }) as Record<
    string,
    JsonObject
  >
  const schemas =
    format === 'swagger2' ? document['definitions'] : (document['components']?.['schemas'] as JsonObject)
  return { schema: schemas?.['S'] ?? null, lost: diagnostics.map(({ location }) => location.pointer ?? '') }
}

test.each<[string, Json, Json]>([
  ['nullable', { type: 'string', nullable: true }, { type: ['string', 'null'] }],
  [
    'nullable enum',
    { type: 'string', enum: ['a'], nullable: true },
    { type: ['string', 'null'], enum: ['a', null] },
  ],
  [
    'nullable reference',
    { allOf: [{ $ref: '#/x' }], nullable: true },
    { anyOf: [{ allOf: [{ $ref: '#/x' }] }, { type: 'null' }] },
  ],
  [
    'exclusive limits',
    { minimum: 1, exclusiveMinimum: true, maximum: 9, exclusiveMaximum: false },
    { exclusiveMinimum: 1, maximum: 9 },
  ],
  ['example', { example: 1 }, { examples: [1] }],
  [
    'nested',
    { properties: { a: { items: { type: 'integer', nullable: true } } } },
    { properties: { a: { items: { type: ['integer', 'null'] } } } },
  ],
])('3.0 → 3.1: %s', (_, from, to) => {
  expect(schemaIn('oas31', from, '3.0.3')).toEqual({ schema: to, lost: [] })
})

test.each<[string, Json, Json, string[]]>([
  ['null among types', { type: ['string', 'null'] }, { type: 'string', nullable: true }, []],
  [
    'several types',
    { type: ['string', 'integer'] },
    { anyOf: [{ type: 'string' }, { type: 'integer' }] },
    [],
  ],
  [
    'null alternative',
    { anyOf: [{ type: 'string' }, { type: 'null' }] },
    { type: 'string', nullable: true },
    [],
  ],
  [
    'null alternative of a reference',
    { oneOf: [{ $ref: '#/x' }, { type: 'null' }] },
    { oneOf: [{ $ref: '#/x' }], nullable: true },
    [],
  ],
  ['exclusive limit', { exclusiveMinimum: 1 }, { minimum: 1, exclusiveMinimum: true }, []],
  ['constant and examples', { const: 1, examples: [1, 2] }, { enum: [1], example: 1 }, []],
  ['tuples', { type: 'array', prefixItems: [{}] }, { type: 'array' }, ['/components/schemas/S/prefixItems']],
])('3.1 → 3.0: %s', (_, from, to, lost) => {
  expect(schemaIn('oas30', from, '3.1.0')).toEqual({ schema: to, lost })
})

test('3.0 → 2.0: alternatives are lost with a diagnostic, nullable becomes an extension', () => {
  expect(
    schemaIn('swagger2', { oneOf: [{}], nullable: true, discriminator: { propertyName: 'k' } }, '3.0.0'),
  ).toEqual({
    schema: { 'x-nullable': true, discriminator: 'k' },
    lost: ['/components/schemas/S/oneOf'],
  })
})

test('3.0 → 2.0: bodies, media types, servers and security', () => {
  const { definition } = imported(
    openapi(
      {
        '/a': {
          post: {
            parameters: [
              { name: 'l', in: 'query', explode: true, schema: { type: 'array', items: { type: 'string' } } },
            ],
            requestBody: {
              required: true,
              content: { 'application/json': { schema: { $ref: '#/components/schemas/A' } } },
            },
            responses: {
              200: { description: 'ok', content: { 'text/csv': { schema: { type: 'string' } } } },
            },
          },
          put: {
            requestBody: {
              content: {
                'multipart/form-data': {
                  schema: {
                    type: 'object',
                    required: ['f'],
                    properties: { f: { type: 'string', format: 'binary' } },
                  },
                },
              },
            },
            responses: {},
          },
        },
      },
      {
        servers: [{ url: 'https://{r}.x.test/v1', variables: { r: { default: 'eu' } } }],
        components: {
          schemas: { A: {} },
          securitySchemes: {
            o: { type: 'oauth2', flows: { clientCredentials: { tokenUrl: 't', scopes: {} } } },
          },
        },
      },
    ),
  )
  expect(exportDocument(definition, { format: 'swagger2', extensions: 'penstock' })).toEqual({
    swagger: '2.0',
    info: { title: 'Test', version: '1' },
    host: 'eu.x.test',
    basePath: '/v1',
    schemes: ['https'],
    paths: {
      '/a': {
        post: {
          produces: ['text/csv'],
          parameters: [
            { name: 'l', in: 'query', type: 'array', items: { type: 'string' }, collectionFormat: 'multi' },
            { name: 'body', in: 'body', required: true, schema: { $ref: '#/definitions/A' } },
          ],
          responses: { 200: { description: 'ok', schema: { type: 'string' } } },
        },
        put: {
          consumes: ['multipart/form-data'],
          parameters: [{ name: 'f', in: 'formData', required: true, type: 'file' }],
          responses: {},
        },
      },
    },
    definitions: { A: {} },
    securityDefinitions: { o: { type: 'oauth2', flow: 'application', tokenUrl: 't', scopes: {} } },
  })
})

test('3.1 → 3.0: webhooks and the like are lost with a diagnostic each', () => {
  const { definition } = imported({
    openapi: '3.1.0',
    info: { title: 'x', version: '1', summary: 's', license: { name: 'n', identifier: 'i' } },
    webhooks: { a: { post: ok } },
    components: { pathItems: { b: {} } },
  })
  const diagnostics: Diagnostic[] = []
  expect(exportDocument(definition, { format: 'oas30', extensions: 'none', diagnostics })).toEqual({
    openapi: '3.0.3',
    info: { title: 'x', version: '1', license: { name: 'n' } },
    paths: {},
    components: {},
  })
  expect(diagnostics).toHaveLength(4)
})
