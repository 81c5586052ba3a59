import { type ApiRecord, definitionOf, type JsonObject, type Method, recordsOf } from '@penstock/model'
import { describe, expect, test } from 'vitest'
import { again, imported, openapi } from './document.fixture.ts'

const source: JsonObject = openapi(
  {
    '/pets': {
      'x-item': 1,
      parameters: [{ name: 'page', in: 'query', schema: { type: 'integer' } }],
      get: {
        operationId: 'list',
        parameters: [{ name: 'tag', in: 'query' }],
        responses: { 200: { description: 'ok' }, 'x-r': 5 },
        'x-own': {},
      },
      post: { responses: { 201: null }, 'x-own': [1] },
      put: null,
    },
    '/pets/{id}': { delete: { operationId: 'drop', responses: {} } },
    'x-paths': true,
  } as unknown as JsonObject,
  {
    info: { version: 7 },
    components: { schemas: { Pet: { type: 'object' }, Tag: true } },
    'x-root': { deep: [{}] },
  } as unknown as JsonObject,
)

const swagger: JsonObject = {
  swagger: '2.0',
  info: { title: 'x', version: '1' },
  host: 'example.com',
  basePath: '/v1',
  consumes: ['application/json'],
  paths: {
    '/pets': {
      get: {
        produces: ['application/json'],
        parameters: [{ name: 'tag', in: 'query', type: 'string' }],
        responses: { 200: { description: 'ok', schema: { $ref: '#/definitions/Pet' } } },
      },
      post: {
        parameters: [
          { name: 'h', in: 'header', type: 'string' },
          { name: 'pet', in: 'body', schema: { $ref: '#/definitions/Pet' } },
        ],
        responses: {},
      },
      put: {
        parameters: [
          { name: 'a', in: 'formData', type: 'file' },
          { name: 'b', in: 'formData', type: 'string', required: false },
        ],
        responses: {},
      },
    },
  },
  definitions: { Pet: { type: 'object' } },
}

/** The export after the records have been changed, and the source after the same change by hand. */
function edited(
  document: JsonObject,
  change: (records: ApiRecord[]) => ApiRecord[],
  byHand: (document: JsonObject) => void,
) {
  const { records, report } = imported(document)
  const expected = structuredClone(document)
  byHand(expected)
  return { actual: again(definitionOf(change(records)), report.format), expected }
}

const methodOf = (path: string, httpMethod: string) => (records: ApiRecord[]) => {
  const { definition } = { definition: definitionOf(records) }
  for (const method of recordsOf(definition, 'method')) {
    const resource = definition.get(method.resource)
    if (
      method.httpMethod === httpMethod &&
      resource?.kind === 'resource' &&
      path.endsWith(`/${resource.pathPart}`)
    )
      return method
  }
  throw new Error('no such method')
}
const replace = (records: ApiRecord[], record: ApiRecord) =>
  records.map((other) => (other.id === record.id ? record : other))
const at = (document: JsonObject, ...keys: string[]) =>
  keys.reduce((value, key) => value[key] as JsonObject, document)

describe('after one edit the export differs by that edit alone', () => {
  test('an operation deleted', () => {
    const { actual, expected } = edited(
      source,
      (records) => records.filter(({ id }) => id !== methodOf('/pets', 'POST')(records).id),
      (document) => delete at(document, 'paths', '/pets')['post'],
    )
    expect(actual).toEqual(expected)
  })

  test('a parameter renamed', () => {
    const { actual, expected } = edited(
      source,
      (records) => {
        const method: Method = methodOf('/pets', 'GET')(records)
        return replace(records, { ...method, parameters: [{ ...method.parameters![0], name: 'label' }] })
      },
      (document) => {
        at(document, 'paths', '/pets', 'get')['parameters'] = [{ name: 'label', in: 'query' }]
      },
    )
    expect(actual).toEqual(expected)
  })

  test('a path renamed', () => {
    const { actual, expected } = edited(
      source,
      (records) =>
        records.map((record) =>
          record.kind === 'resource' && record.pathPart === '{id}'
            ? { ...record, pathPart: '{petId}' }
            : record,
        ),
      (document) => {
        const paths = at(document, 'paths')
        paths['/pets/{petId}'] = paths['/pets/{id}']!
        delete paths['/pets/{id}']
      },
    )
    expect(actual).toEqual(expected)
  })

  test('the API named, where the document gave no title', () => {
    const { actual, expected } = edited(
      source,
      (records) => records.map((record) => (record.kind === 'api' ? { ...record, name: 'Pets' } : record)),
      (document) => {
        at(document, 'info')['title'] = 'Pets'
      },
    )
    expect(actual).toEqual(expected)
  })

  test('a schema removed', () => {
    const { actual, expected } = edited(
      source,
      (records) => records.filter((record) => record.kind !== 'model' || record.name !== 'Tag'),
      (document) => delete at(document, 'components', 'schemas')['Tag'],
    )
    expect(actual).toEqual(expected)
  })

  test('Swagger 2.0: an operation deleted, a parameter renamed, a form field added', () => {
    const { actual, expected } = edited(
      swagger,
      (records) => {
        const get = methodOf('/pets', 'GET')(records)
        const put = methodOf('/pets', 'PUT')(records)
        const post = methodOf('/pets', 'POST')(records)
        const [type] = Object.keys(put.requestBody!['content'] as JsonObject)
        const media = (put.requestBody!['content'] as JsonObject)[type!] as {
          schema: { properties: JsonObject }
        }
        const schema = { ...media.schema, properties: { ...media.schema.properties, c: { type: 'string' } } }
        const changed = replace(
          replace(records, { ...get, parameters: [{ ...get.parameters![0], name: 'label' }] }),
          { ...put, requestBody: { ...put.requestBody, content: { [type!]: { schema } } } },
        )
        return changed.filter(({ id }) => id !== post.id)
      },
      (document) => {
        const item = at(document, 'paths', '/pets')
        delete item['post']
        at(item, 'get')['parameters'] = [{ name: 'label', in: 'query', type: 'string' }]
        at(item, 'put')['parameters'] = [
          { name: 'a', in: 'formData', type: 'file' },
          { name: 'b', in: 'formData', type: 'string' },
          { name: 'c', in: 'formData', type: 'string' },
        ]
      },
    )
    expect(actual).toEqual(expected)
  })

  test('Swagger 2.0: the server changed', () => {
    const { actual, expected } = edited(
      swagger,
      (records) =>
        records.map((record) =>
          record.kind === 'api' ? { ...record, servers: [{ url: 'https://other.test/v2' }] } : record,
        ),
      (document) => Object.assign(document, { host: 'other.test', basePath: '/v2', schemes: ['https'] }),
    )
    expect(actual).toEqual(expected)
  })
})
