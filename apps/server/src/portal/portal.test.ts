import { importDocument } from '@penstock/openapi'
import { type Definition, recordsOf } from '@penstock/model'
import { expect, test } from 'vitest'
import { portalContent } from './portal-index.ts'
import { portalOperation, portalSchema } from './portal-operation.ts'

const node = { type: 'object', properties: { next: { $ref: '#/components/schemas/Node' } } }

function read(document: object): Definition {
  const { records, ok } = importDocument(
    JSON.stringify({ openapi: '3.0.3', info: { title: 'Pets', version: '2' }, ...document }),
    {},
  )
  expect(ok).toBe(true)
  return new Map(records.map((record) => [record.id, record]))
}

const answer = { responses: { 200: { description: 'fine' } } }
const operationOf = (definition: Definition) =>
  portalOperation(definition, [...recordsOf(definition, 'method')][0]!.id)!

test('groups follow the order of the tags; operations go by path, then reading before writing', () => {
  const definition = read({
    tags: [{ name: 'b', description: 'second letter' }, { name: 'a' }, { name: 'unused' }],
    paths: {
      '/y': { get: { tags: ['a'], ...answer } },
      '/x': { delete: { tags: ['b'], ...answer }, get: { tags: ['b'], ...answer } },
    },
  })
  const { groups, operations } = portalContent(definition)
  expect(groups.map(({ name, description }) => [name, description])).toEqual([
    ['b', 'second letter'],
    ['a', null],
  ])
  expect(groups[0]!.operations.map(({ method }) => method)).toEqual(['GET', 'DELETE'])
  expect(operations).toBe(3)
})

test('without tags the first part of the path is the group, and schemas are named in order', () => {
  const definition = read({
    paths: { '/pets/{id}': { get: answer }, '/owners': { get: answer } },
    components: { schemas: { Pet: node, Node: node } },
  })
  const { groups, schemas } = portalContent(definition)
  expect(groups.map(({ name }) => name)).toEqual(['owners', 'pets'])
  expect(schemas).toEqual(['Node', 'Pet'])
})

test('references are resolved down to examples and headers; schemas come along by name, cycles included', () => {
  const definition = read({
    paths: {
      '/pets': {
        parameters: [
          { name: 'page', in: 'query', schema: { type: 'integer' } },
          { $ref: '#/components/parameters/Shared' },
        ],
        get: {
          parameters: [{ name: 'page', in: 'query', schema: { type: 'string' } }],
          responses: { 200: { $ref: '#/components/responses/Pets' } },
        },
      },
    },
    components: {
      parameters: { Shared: { name: 'shared', in: 'query', schema: { type: 'string' } } },
      headers: { Link: { schema: { type: 'string' } } },
      examples: { Two: { value: { $ref: '#/components/schemas/Node' } } },
      schemas: { Node: node, Far: { type: 'string' } },
      responses: {
        Pets: {
          description: 'Pets',
          headers: { Link: { $ref: '#/components/headers/Link' } },
          content: {
            'application/json': {
              schema: { $ref: '#/components/schemas/Node' },
              examples: { two: { $ref: '#/components/examples/Two' } },
            },
          },
        },
      },
    },
  })
  const { parameters, responses, schemas } = operationOf(definition)
  expect(parameters).toEqual([
    { name: 'page', in: 'query', schema: { type: 'string' } },
    { name: 'shared', in: 'query', schema: { type: 'string' } },
  ])
  expect(responses[0]!.response).toMatchObject({
    headers: { Link: { schema: { type: 'string' } } },
    // What is in an example is the example's: it only looks like a reference.
    content: { 'application/json': { examples: { two: { value: { $ref: '#/components/schemas/Node' } } } } },
  })
  expect(schemas).toEqual({ Node: node })
  expect(portalSchema(definition, 'Far')).toEqual({ type: 'string' })
  expect(portalSchema(definition, 'toString')).toBeUndefined()
})

test('a reference that leads nowhere stays to be seen, and one in a circle ends', () => {
  const definition = read({
    paths: { '/pets': { get: { parameters: [{ $ref: '#/components/parameters/A' }], ...answer } } },
    components: {
      parameters: { A: { $ref: '#/components/parameters/B' }, B: { $ref: '#/components/parameters/A' } },
    },
  })
  expect(operationOf(definition).parameters).toHaveLength(1)
  expect(portalOperation(definition, 'gone')).toBeUndefined()
})

test('each operation names the schemes that it accepts: its own, else those of the API', () => {
  const definition = read({
    security: [{ key: [] }],
    paths: { '/a': { get: { security: [{ key: [], user: [] }, {}], ...answer } }, '/b': { get: answer } },
    components: {
      securitySchemes: {
        key: { type: 'apiKey', in: 'header', name: 'x-key' },
        user: { type: 'http', scheme: 'basic' },
      },
    },
  })
  const { groups, authentication } = portalContent(definition)
  const [a, b] = groups.flatMap(({ operations }) => operations)
  expect(portalOperation(definition, a!.id)!.security).toEqual([['key', 'user'], []])
  expect(portalOperation(definition, b!.id)!.security).toEqual([['key']])
  expect(authentication.map(({ name }) => name).sort()).toEqual(['key', 'user'])
})

test('what nothing checks is no protection: the operation names it, and the scheme says so', () => {
  const login = { type: 'http', scheme: 'bearer' }
  const settings = { type: 'token', authorizerUri: 'arn:aws:apigateway:x:lambda:path/y/invocations' }
  const definition = read({
    paths: {
      '/a': { get: { security: [{ login: [] }], ...answer } },
      '/b': { get: { security: [{ decides: [] }], ...answer } },
    },
    components: {
      securitySchemes: {
        login,
        decides: {
          type: 'apiKey',
          in: 'header',
          name: 'authorization',
          'x-amazon-apigateway-authtype': 'custom',
          'x-amazon-apigateway-authorizer': settings,
        },
      },
    },
  })
  const { groups, authentication } = portalContent(definition)
  const [a, b] = groups.flatMap(({ operations }) => operations)
  expect(portalOperation(definition, a!.id)!.unchecked).toEqual(['login'])
  expect(portalOperation(definition, b!.id)!.unchecked).toEqual([])
  expect(new Map(authentication.map(({ name, isChecked }) => [name, isChecked]))).toEqual(
    new Map([
      ['login', false],
      ['decides', true],
    ]),
  )
})
