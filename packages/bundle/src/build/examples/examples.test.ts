import type { ApiRecord, Json, JsonObject } from '@penstock/model'
import { expect, test } from 'vitest'
import { buildBundle } from '../../build.ts'
import { mocked } from '../definition.fixture.ts'
import { maxBodyLength } from './sample.ts'

function examples(responses: Record<string, JsonObject>, ...more: ApiRecord[]) {
  const { bundle } = buildBundle(mocked(responses, ...more))
  return bundle.routes[0]!.examples!.map(({ body, ...example }) => ({
    ...example,
    body: body === null ? null : bundle.bodies[body],
  }))
}

const json = (media: JsonObject): JsonObject => ({ content: { 'application/json': media } })
const first = (response: JsonObject, ...more: ApiRecord[]) => examples({ 200: response }, ...more)[0]?.body
const model = (name: string, schema: Json): ApiRecord => ({ kind: 'model', id: `mod_${name}`, name, schema })

test('the first 2xx comes first, then the others by status', () => {
  const statuses = examples({ 404: {}, 202: {}, 201: {}, '5XX': {}, default: {} }).map(
    (example) => example.status,
  )
  expect(statuses).toEqual([201, 202, 404, 500])
})

test('without a 2xx it is `default`, and without that an empty 200', () => {
  expect(examples({ 404: {}, default: json({ example: 1 }) })[0]).toEqual({
    status: 200,
    contentType: 'application/json',
    body: '1',
  })
  expect(examples({ 404: {} })[0]).toEqual({ status: 200, contentType: null, body: null })
  expect(examples({})).toEqual([{ status: 200, contentType: null, body: null }])
})

test("the media type's example wins over named ones, these over the schema's, that over a made one", () => {
  const schema = { type: 'string', example: 'schema' }
  const named = { z: { value: 'z' }, default: { value: 'named' } }
  expect(first(json({ example: 'own', examples: named, schema }))).toBe('"own"')
  expect(first(json({ examples: named, schema }))).toBe('"named"')
  expect(first(json({ schema }))).toBe('"schema"')
  expect(first(json({ schema: { type: 'string' } }))).toBe('"string"')
  expect(first(json({}))).toBeNull()
})

test('references lead through models, components and examples', () => {
  const pet = model('Pet', { type: 'object', properties: { owner: { $ref: '#/components/schemas/Owner' } } })
  const owner = model('Owner', { type: 'object', properties: { name: { type: 'string', example: 'Ann' } } })
  const response: ApiRecord = {
    kind: 'component',
    id: 'com_1',
    section: 'responses',
    name: 'pet',
    value: json({ schema: { $ref: '#/components/schemas/Pet' } }),
  }
  const example: ApiRecord = {
    kind: 'component',
    id: 'com_2',
    section: 'examples',
    name: 'pet',
    value: { value: { it: 1 } },
  }
  expect(first({ $ref: '#/components/responses/pet' }, pet, owner, response)).toBe('{"owner":{"name":"Ann"}}')
  expect(first(json({ examples: { default: { $ref: '#/components/examples/pet' } } }), example)).toBe(
    '{"it":1}',
  )
})

test.each(['oas31', 'oas30', 'swagger2'] as const)('schemas of %s are sampled', (dialect) => {
  const root = dialect === 'swagger2' ? '#/definitions/Pet' : '#/components/schemas/Pet'
  const api: ApiRecord = { kind: 'api', id: 'api_1', name: 'pets', dialect }
  const schema = {
    type: 'object',
    properties: { id: { type: 'integer', minimum: 5 }, password: { type: 'string', writeOnly: true } },
  }
  expect(first(json({ schema: { type: 'array', items: { $ref: root } } }), api, model('Pet', schema))).toBe(
    '[{"id":5}]',
  )
})

test('a model that leads back to itself ends', () => {
  const tree = model('Tree', {
    type: 'object',
    properties: { left: { $ref: '#/components/schemas/Tree' }, name: { type: 'string' } },
  })
  expect(first(json({ schema: { $ref: '#/components/schemas/Tree' } }), tree)).toBe(
    '{"left":{},"name":"string"}',
  )
})

test('entities that all lead to each other are done soon, and no body is over the limit', () => {
  const names = Array.from({ length: 30 }, (_, i) => `E${i}`)
  const properties = Object.fromEntries(
    names.map((name) => [name, { type: 'array', items: { $ref: `#/components/schemas/${name}` } }]),
  )
  const entities = names.map((name) => model(name, { type: 'object', properties }))
  const body = first(json({ schema: { $ref: '#/components/schemas/E0' } }), ...entities)!
  expect(body.length).toBeLessThanOrEqual(maxBodyLength)
  expect(JSON.parse(body)).toHaveProperty('E1')
})

test('an example over the limit is cut, and is still JSON', () => {
  const body = first(
    json({ example: Array.from({ length: 9000 }, (_, i) => ({ id: i, name: `name ${i}` })) }),
  )!
  expect(body.length).toBeLessThanOrEqual(maxBodyLength)
  expect(JSON.parse(body).length).toBeGreaterThan(100)
})

test('a reference that leads nowhere is a warning, not a failure', () => {
  const definition = mocked({ 200: { $ref: '#/components/responses/gone' } })
  const { diagnostics, bundle } = buildBundle(definition)
  expect(buildBundle(definition).diagnostics, 'the second build says it too').toEqual(diagnostics)
  expect(diagnostics).toMatchObject([
    { code: 'dangling-ref', location: { record: 'met_list', path: ['responses', '200'] } },
  ])
  expect(bundle.routes[0]!.examples).toEqual([{ status: 200, contentType: null, body: null }])
})

test('JSON comes before other media types; text is sent as it is', () => {
  const content = { 'text/plain': { example: 'hi' }, 'application/json': { example: 'hi' } }
  expect(examples({ 200: { content } }).map(({ contentType, body }) => [contentType, body])).toEqual([
    ['application/json', '"hi"'],
    ['text/plain', 'hi'],
  ])
})

test('204 has no body, and headers with an example are sent', () => {
  const headers = {
    Link: { schema: { type: 'string' }, example: '</p2>; rel=next' },
    'X-Count': { schema: { type: 'integer' } },
  }
  expect(examples({ 204: { ...json({ example: 1 }), headers } })).toEqual([
    { status: 204, contentType: null, body: null, headers: { Link: '</p2>; rel=next' } },
  ])
})

test.each<[string, Json]>([
  ['text', 'string'],
  ['no list of alternatives', { oneOf: 'x' }],
  ['items of nothing', { type: 'array', items: null }],
  ['properties of nothing', { type: 'object', properties: { a: null } }],
  ['allOf of nothing', { allOf: [null] }],
  ['an unknown type', { type: 'whatever' }],
  ['a pattern that is none', { type: 'string', pattern: '(' }],
  ['a reference to a part', { $ref: '#/components/schemas/Gone/properties/x' }],
  ['a name from the prototype', { $ref: '#/components/schemas/constructor' }],
])('a schema that is %s never stops a build', (_, schema) => {
  const { bundle, diagnostics } = buildBundle(mocked({ 200: json({ schema }) }))
  expect(bundle.routes[0]!.examples![0]).toMatchObject({ status: 200 })
  for (const { code } of diagnostics) expect(code).toBe('schema-not-sampled')
})

test('a build of records put together anew uses what the last one made', () => {
  const definition = mocked(
    { 200: json({ schema: { $ref: '#/components/schemas/Pet' } }) },
    model('Pet', { type: 'string' }),
  )
  const { bytes } = buildBundle(definition)
  let looked = 0
  const pet = {
    kind: 'model' as const,
    id: 'mod_Pet',
    name: 'Pet',
    get schema() {
      looked++
      return (definition.get('mod_Pet') as { schema: Json }).schema
    },
  }
  const again = new Map([...definition].map(([id, record]) => [id, { ...record }]))
  expect(buildBundle(new Map<string, ApiRecord>([...again, ['mod_Pet', pet]])).bytes).toEqual(bytes)
  expect(looked, 'only to see that it is the same').toBe(1)
})
