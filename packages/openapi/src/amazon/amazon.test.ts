import type { JsonObject } from '@penstock/model'
import { describe, expect, test } from 'vitest'
import { exportDocument } from '../export-document.ts'
import { imported, ok, openapi } from '../document.fixture.ts'
import { awsView } from './aws-view.ts'

const mock = {
  ...ok,
  'x-amazon-apigateway-integration': {
    type: 'mock',
    requestTemplates: { 'application/json': '{"statusCode": 200}' },
  },
}
const stage = { name: 'local', host: 'api.test' }

describe('the definition as Amazon shows it', () => {
  test('resources, methods and parameters, those of the path that nobody declares included', () => {
    const view = awsView(
      imported(
        openapi({
          '/echo/{data}': { 'x-amazon-apigateway-any-method': mock },
          '/pets': { get: { ...mock, parameters: [{ name: 'q', in: 'query' }] } },
        }),
      ).definition,
    )
    expect(view.resourcePaths).toEqual(['/', '/echo', '/echo/{data}', '/pets'])
    expect(view.apiKeySource).toBe('HEADER')
    expect(view.methods['ANY /echo/{data}']).toMatchObject({
      authorizationType: 'NONE',
      apiKeyRequired: false,
      authorizationScopes: null,
      requestParameters: { 'method.request.path.data': true },
      integration: { type: 'MOCK', passthroughBehavior: 'WHEN_NO_MATCH' },
    })
    expect(view.methods['GET /pets']?.requestParameters).toEqual({ 'method.request.querystring.q': false })
  })

  const server: JsonObject = { servers: [{ url: 'https://x.test/base-url/part/' }] }
  const variable: JsonObject = {
    servers: [{ url: 'https://x.test', variables: { basePath: { default: '/base-var' } } }],
  }
  test.each([
    [server, 'ignore', ['/', '/test']],
    [server, 'prepend', ['/', '/base-url', '/base-url/part', '/base-url/part/test']],
    [server, 'split', ['/', '/part', '/part/test']],
    [variable, 'prepend', ['/', '/base-var', '/base-var/test']],
    [variable, 'split', ['/', '/test']],
  ] as const)('base path of %j by %s', (servers, basepath, paths) => {
    const { definition } = imported(openapi({ '/test': { get: mock } }, servers), { basepath })
    expect(awsView(definition).resourcePaths).toEqual(paths)
  })
})

describe('Amazon\u2019s export of a stage', () => {
  const source = openapi(
    {
      '/pets': {
        get: {
          summary: 'List',
          tags: ['pets'],
          description: 'long',
          parameters: [
            {
              name: 'page',
              in: 'query',
              description: 'dropped',
              required: false,
              schema: { type: 'integer' },
            },
          ],
          responses: {
            200: {
              description: 'fine',
              headers: { 'X-A': { schema: { type: 'integer' } } },
              content: { 'application/json': { schema: { $ref: '#/components/schemas/Pets' }, example: [] } },
            },
          },
          'x-amazon-apigateway-integration': {
            type: 'http',
            httpMethod: 'GET',
            uri: 'http://x/pets',
            responses: { default: { statusCode: '200' } },
          },
        },
      },
      '/pets/{petId}': { delete: mock },
    },
    {
      components: { schemas: { Pets: { type: 'array', items: {} } } },
      'x-amazon-apigateway-binary-media-types': ['image/png'],
    },
  )

  test('as OpenAPI 3.0: no words for people, strings for parameters, a generated description', () => {
    const { definition } = imported(source)
    expect(
      exportDocument(definition, { format: 'oas30', extensions: 'aws', style: 'amazon', stage }),
    ).toEqual({
      openapi: '3.0.1',
      info: { title: 'Test', version: '1' },
      servers: [{ url: 'https://api.test/{basePath}', variables: { basePath: { default: 'local' } } }],
      paths: {
        '/pets': {
          get: {
            parameters: [{ name: 'page', in: 'query', schema: { type: 'string' } }],
            responses: {
              200: {
                description: '200 response',
                headers: { 'X-A': { schema: { type: 'string' } } },
                content: { 'application/json': { schema: { $ref: '#/components/schemas/Pets' } } },
              },
            },
            'x-amazon-apigateway-integration': {
              type: 'http',
              httpMethod: 'GET',
              uri: 'http://x/pets',
              responses: { default: { statusCode: '200' } },
              passthroughBehavior: 'when_no_match',
            },
          },
        },
        '/pets/{petId}': {
          delete: {
            parameters: [{ name: 'petId', in: 'path', required: true, schema: { type: 'string' } }],
            responses: { 200: { description: '200 response', content: {} } },
            'x-amazon-apigateway-integration': {
              type: 'mock',
              requestTemplates: { 'application/json': '{"statusCode": 200}' },
              passthroughBehavior: 'when_no_match',
            },
          },
        },
      },
      components: { schemas: { Pets: { type: 'array', items: {} } } },
      'x-amazon-apigateway-binary-media-types': ['image/png'],
    })
  })

  test('as Swagger 2.0 without extensions', () => {
    const { definition } = imported(openapi({ '/pets/{petId}': { get: mock } }))
    expect(
      exportDocument(definition, { format: 'swagger2', extensions: 'none', style: 'amazon', stage }),
    ).toEqual({
      swagger: '2.0',
      info: { title: 'Test', version: '1' },
      host: 'api.test',
      basePath: '/local',
      schemes: ['https'],
      paths: {
        '/pets/{petId}': {
          get: {
            parameters: [{ name: 'petId', in: 'path', required: true, type: 'string' }],
            responses: { 200: { description: '200 response' } },
          },
        },
      },
    })
  })

  test('as OpenAPI 3.0 an API without models has empty components and contents', () => {
    const { definition } = imported({
      swagger: '2.0',
      info: { title: 'x', version: '1' },
      paths: { '/a': { get: mock } },
    })
    const document = exportDocument(definition, {
      format: 'oas30',
      extensions: 'none',
      style: 'amazon',
      stage,
    })
    expect(document).toMatchObject({
      components: {},
      paths: { '/a': { get: { responses: { 200: { content: {} } } } } },
    })
  })
})
