import { type ApiRecord, definitionOf, diffDefinitions, isEmptyDiff, type JsonObject } from '@penstock/model'
import { describe, expect, test } from 'vitest'
import { exportDocument } from './export-document.ts'
import { again, imported, ok, openapi } from './document.fixture.ts'

const mock = {
  'x-amazon-apigateway-integration': { type: 'mock', requestTemplates: { 'application/json': '{}' } },
}
const first: JsonObject = openapi(
  { '/a': { get: { ...ok, ...mock } }, '/b/{id}': { get: { ...ok, ...mock }, put: { ...ok, ...mock } } },
  {
    components: { schemas: { A: { type: 'string' } } },
    'x-amazon-apigateway-binary-media-types': ['image/heif'],
  },
)

/** Gives every record a random looking id, as records have that were drawn. */
function renamed(records: readonly ApiRecord[]): ApiRecord[] {
  return JSON.parse(
    JSON.stringify(records).replace(/"(api|res|met|int|mod)_[0-9a-z]{16}"/g, (id) => `"z${id.slice(1)}`),
  )
}

describe('ids', () => {
  test('the same document gives the same records', () => {
    expect(imported(first).records).toEqual(imported(JSON.stringify(first)).records)
  })

  test.each(['merge', 'overwrite'] as const)(
    'a second import by %s changes nothing, whatever the ids',
    (mode) => {
      const existing = definitionOf(renamed(imported(first).records))
      expect(isEmptyDiff(diffDefinitions(existing, imported(first, { existing, mode }).definition))).toBe(
        true,
      )
    },
  )

  test('a re-import with one change is that change', () => {
    const existing = definitionOf(renamed(imported(first).records))
    const second = structuredClone(first)
    ;(second['paths'] as Record<string, Record<string, JsonObject>>)['/a']!['get']!['summary'] = 'new'
    const diff = diffDefinitions(existing, imported(second, { existing, mode: 'overwrite' }).definition)
    expect(Object.keys(diff.updated)).toHaveLength(1)
    expect(diff.added).toEqual({})
    expect(diff.removed).toEqual({})
  })
})

describe('merge and overwrite', () => {
  const second = openapi(
    { '/a': { post: { ...ok, ...mock } } },
    { 'x-amazon-apigateway-binary-media-types': ['image/png'] },
  )

  test('merge keeps what the document does not mention and joins binary types', () => {
    const existing = imported(first).definition
    const { records } = imported(second, { existing, mode: 'merge' })
    expect(records.filter(({ kind }) => kind === 'method')).toHaveLength(4)
    expect(records.find(({ kind }) => kind === 'model')).toMatchObject({ name: 'A' })
    expect(records.find(({ kind }) => kind === 'api')).toMatchObject({
      binaryMediaTypes: ['image/heif', 'image/png'],
    })
  })

  test('overwrite removes it, but for functions', () => {
    const existing = definitionOf([
      ...imported(first).records,
      { kind: 'function', id: 'fun_1', name: 'f', code: '' },
    ])
    const { records } = imported(second, { existing, mode: 'overwrite' })
    expect(records.filter(({ kind }) => kind === 'method')).toHaveLength(1)
    expect(records.some(({ kind }) => kind === 'model')).toBe(false)
    expect(records.find(({ kind }) => kind === 'function')).toMatchObject({ name: 'f' })
    expect(records.find(({ kind }) => kind === 'api')).toMatchObject({ binaryMediaTypes: ['image/png'] })
  })

  test('Swagger 2.0 merged into OpenAPI 3.1 speaks the dialect of what is there', () => {
    const existing = imported({ ...first, openapi: '3.1.0' }).definition
    const swagger = {
      swagger: '2.0',
      info: { title: 'x', version: '1' },
      paths: {},
      definitions: { B: { type: 'string', 'x-nullable': true } },
    }
    const { records } = imported(swagger, { existing, mode: 'merge' })
    expect(records.find((record) => record.kind === 'model' && record.name === 'B')).toMatchObject({
      schema: { type: ['string', 'null'] },
    })
    expect(records.find(({ kind }) => kind === 'api')).toMatchObject({ openapiVersion: '3.1.0' })
  })

  test('a document that names no integration leaves those that are there', () => {
    const bare = openapi({ '/a': { get: ok } })
    const pointed = imported(bare).records.map((record): ApiRecord => {
      return record.kind === 'integration'
        ? { ...record, type: 'http_proxy', fromExamples: false, uri: 'http://x' }
        : record
    })
    const existing = definitionOf(pointed)
    const { records } = imported(openapi({ '/a': { get: ok }, '/b': { get: ok } }), {
      existing,
      mode: 'overwrite',
    })
    const integrations = records.filter(({ kind }) => kind === 'integration')
    expect(integrations).toMatchObject([{ type: 'http_proxy', uri: 'http://x' }])
    for (const record of records)
      if (record.kind === 'method') expect(record.integration).toBe(integrations[0]?.id)
  })

  test.each([
    ['the upstream that is named', {}, { upstream: 'http://pets.example' }],
    ['the draft', { '/a': { get: { ...ok, ...mock } } }, {}],
  ])(
    'an integration from %s is exported with the description that named none, and kept from nothing',
    (_, before, options) => {
      const existing = imported(openapi(before)).definition
      const bare = imported(openapi({ '/a': { get: ok } }), { existing, mode: 'overwrite', ...options })
      expect(bare.records.filter(({ kind }) => kind === 'opaque')).toEqual([])
      expect(bare.report.kept).toEqual([])
      expect(exportDocument(bare.definition, { format: 'oas30', extensions: 'aws' })).toMatchObject({
        paths: { '/a': { get: { 'x-amazon-apigateway-integration': { type: expect.any(String) } } } },
      })
    },
  )
})

test.each(['merge', 'overwrite'] as const)(
  'an upstream named by a later import by %s answers what the examples or another upstream answered',
  (mode) => {
    const document = openapi({ '/a': { get: ok }, '/b': { get: ok } })
    const target = (options: Parameters<typeof imported>[1]) => {
      const { definition, records } = imported(document, options)
      const integrations = records.filter((record) => record.kind === 'integration')
      expect(integrations).toHaveLength(1)
      const upstream = definition.get(integrations[0]!.upstream ?? '')
      expect(upstream?.kind).toBe('upstream')
      return { definition, url: upstream?.kind === 'upstream' ? upstream.url : undefined }
    }
    const mocked = imported(document).definition
    const first = target({ existing: mocked, mode, upstream: 'http://one.test' })
    expect(first.url).toBe('http://one.test')
    expect(target({ existing: first.definition, mode, upstream: 'http://two.test' }).url).toBe(
      'http://two.test',
    )
  },
)

describe('merging onto security schemes that are there', () => {
  const scheme = {
    type: 'apiKey',
    name: 'Authorization',
    in: 'header',
    'x-amazon-apigateway-authorizer': { type: 'token', authorizerUri: 'arn:aws:lambda:x' },
  }
  const before = openapi(
    { '/a': { get: { ...ok, ...mock } } },
    { components: { securitySchemes: { who: scheme } } },
  )

  test('a requirement of one asks for it, and nothing of it is said to be lost', () => {
    const existing = definitionOf(renamed(imported(before).records))
    const second = openapi({ '/a': { post: { ...ok, ...mock, security: [{ who: [] }] } } })
    const { definition, diagnostics, report } = imported(second, { existing, mode: 'merge' })
    const [authorizer] = [...definition.values()].filter(({ kind }) => kind === 'authorizer')
    const method = [...definition.values()].find((one) => one.kind === 'method' && one.httpMethod === 'POST')
    expect(method).toMatchObject({ authorizationType: 'CUSTOM', authorizer: authorizer!.id })
    expect(diagnostics).toEqual([])
    expect(report.kept).toEqual([])
    expect([...definition.values()].filter(({ kind }) => kind === 'opaque')).toEqual([])
  })

  test('one that neither defines closes the route', () => {
    const existing = definitionOf(imported(before).records)
    const second = openapi({ '/a': { post: { ...ok, ...mock, security: [{ gone: [] }] } } })
    const { definition, diagnostics } = imported(second, { existing, mode: 'merge' })
    const method = [...definition.values()].find((one) => one.kind === 'method' && one.httpMethod === 'POST')
    expect(method).toMatchObject({ authorizationType: 'CUSTOM' })
    expect(diagnostics.map(({ code }) => code)).toEqual(['access-not-understood'])
  })
})

describe('security of an Amazon document that is no list', () => {
  test.each([[{ who: [] }], ['who'], [['who']], [true], [null]])('%j closes its method', (security) => {
    const document = openapi({ '/a': { get: { ...ok, ...mock, security } } } as JsonObject)
    const { definition, diagnostics } = imported(document)
    const [method] = [...definition.values()].filter(({ kind }) => kind === 'method')
    expect(method).toMatchObject({ authorizationType: 'CUSTOM' })
    expect(diagnostics).toMatchObject([
      { code: 'access-not-understood', location: { pointer: '/paths/~1a/get/security' } },
    ])
    expect(again(definition, 'oas30')).toEqual(document)
  })

  test('at the root it closes the methods that say nothing themselves, an empty list opens one', () => {
    const paths = { '/a': { get: { ...ok, ...mock }, put: { ...ok, ...mock, security: [] } } }
    const { definition } = imported(openapi(paths, { security: { who: [] } }))
    const types = Object.fromEntries(
      [...definition.values()].flatMap((one) =>
        one.kind === 'method' ? [[one.httpMethod, one.authorizationType]] : [],
      ),
    )
    expect(types).toEqual({ GET: 'CUSTOM', PUT: undefined })
  })
})
