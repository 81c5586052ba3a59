import type { Api, ApiRecord, Json, JsonObject, Method } from '@penstock/model'
import { expect, test } from 'vitest'
import { buildBundle } from '../../build.ts'
import { petApi } from '../definition.fixture.ts'

const validator = (body: boolean, parameters: boolean): ApiRecord => ({
  kind: 'validator',
  id: 'val_1',
  name: 'v',
  validateRequestBody: body,
  validateRequestParameters: parameters,
})
const model = (name: string, schema: Json): ApiRecord => ({ kind: 'model', id: `mod_${name}`, name, schema })
const api = (more: Partial<Api>): ApiRecord => ({ kind: 'api', id: 'api_1', name: 'pets', ...more })

function built(method: Partial<Method>, ...more: ApiRecord[]) {
  const { bundle, diagnostics } = buildBundle(
    petApi({}, { validator: 'val_1', ...method }, validator(true, true), ...more),
  )
  return { bundle, validation: bundle.routes[0]?.validation, schemas: bundle.schemas, diagnostics }
}

/** What a schema of an API in this dialect becomes. */
function normalised(schema: Json, said: Partial<Api> = { dialect: 'oas30' }) {
  const { schemas, diagnostics } = built(
    { requestBody: { content: { 'application/json': { schema: { $ref: '#/components/schemas/S' } } } } },
    api(said),
    model('S', schema),
  )
  return { schema: schemas?.['schemas/S'], schemas, messages: diagnostics.map(({ message }) => message) }
}

const body = { content: { 'application/json': { schema: { type: 'object' } } } }
const parameters: JsonObject[] = [
  { name: 'limit', in: 'query', schema: { type: 'integer' } },
  { name: 'X-Key', in: 'header', required: true, schema: { type: 'string' } },
  { name: 'Accept', in: 'header', required: true, schema: { type: 'string' } },
]

test('without a validator nothing is validated, and the bundle is of the format that older gateways read', () => {
  const { bundle } = buildBundle(petApi({}, { requestBody: body, parameters }))
  expect(bundle).toMatchObject({ format: 1 })
  expect(bundle.routes[0]).not.toHaveProperty('validation')
  expect(bundle).not.toHaveProperty('schemas')
})

test("a method's validator is its own, or the API's; it says what is looked at", () => {
  const of = (method: Partial<Method>, ...more: ApiRecord[]) =>
    Object.keys(built({ requestBody: body, parameters, ...method }, ...more).validation ?? {}).sort()
  expect(of({})).toEqual(['body', 'parameters'])
  expect(of({}, validator(true, false))).toEqual(['body'])
  expect(of({}, validator(false, true))).toEqual(['parameters'])
  expect(of({}, validator(false, false))).toEqual([])
  const { bundle } = buildBundle(
    petApi({}, { requestBody: body }, validator(true, true), api({ validator: 'val_1' })),
  )
  expect(bundle).toMatchObject({ format: 3, routes: [{ validation: { body: { required: false } } }] })
})

test('Amazon asks only whether required parameters are there; its HTTP APIs ask nothing, and that is said', () => {
  const amazon = built({ requestBody: body, parameters }, api({ compatibility: 'aws' }))
  expect(amazon.validation?.parameters).toEqual([
    { in: 'header', name: 'Accept', required: true },
    { in: 'header', name: 'X-Key', required: true },
  ])
  const http = built({ requestBody: body, parameters }, api({ compatibility: 'aws', type: 'HTTP' }))
  expect(http.validation).toBeUndefined()
  expect(http.diagnostics).toMatchObject([{ code: 'validation-not-run', location: { record: 'val_1' } }])
})

test('parameters have their schema and what of their style is not usual', () => {
  const { validation, schemas } = built({
    parameters: [
      ...parameters,
      { name: 'ids', in: 'query', explode: false, schema: { type: 'array' } },
      {
        name: 'f',
        in: 'query',
        style: 'deepObject',
        explode: true,
        content: { 'application/json': { schema: true } },
      },
    ],
  })
  expect(validation?.parameters).toEqual([
    { in: 'header', name: 'X-Key', required: true, schema: expect.any(String) },
    { in: 'query', name: 'f', style: 'deepObject', explode: true, json: true, schema: 'inline/true' },
    { in: 'query', name: 'ids', explode: false, schema: expect.any(String) },
    { in: 'query', name: 'limit', schema: expect.any(String) },
  ])
  expect(Object.values(schemas ?? {})).toContainEqual({ type: 'integer' })
})

const ofTypes = (types: Record<string, Json>) =>
  built({
    requestBody: {
      content: Object.fromEntries(Object.entries(types).map(([type, schema]) => [type, { schema }])),
    },
  })

test('media types are known without their parameters and their case', () => {
  const { validation, diagnostics } = ofTypes({
    'application/json; charset=utf-8': true,
    'TEXT/Plain ;a=b': true,
    $default: true,
  })
  expect(validation?.body?.types).toEqual({
    $default: 'inline/true',
    'application/json': 'inline/true',
    'text/plain': 'inline/true',
  })
  expect(diagnostics).toEqual([])
})

test('of two that differ in those alone the plain one counts, and the other is told where it stands, unless they say the same', () => {
  const [plain, other] = ['application/json', 'Application/json; charset=utf-8']
  const { validation, diagnostics } = ofTypes({ [other]: true, [plain]: false })
  expect(validation?.body?.types).toEqual({ 'application/json': 'inline/false' })
  expect(diagnostics).toMatchObject([
    {
      code: 'media-types-alike',
      location: { record: 'met_list', path: ['requestBody', 'content', other] },
    },
  ])
  expect(ofTypes({ [other]: true, [plain]: true }).diagnostics).toEqual([])
})

test('what the path declares holds for its methods, unless they say it anew', () => {
  const { validation } = built(
    { parameters: [{ name: 'a', in: 'query', schema: { type: 'string' } }] },
    {
      kind: 'resource',
      id: 'res_pets',
      parent: 'res_root',
      pathPart: 'pets',
      parameters: [
        { name: 'a', in: 'query', required: true, schema: { type: 'string' } },
        { $ref: '#/components/parameters/b' },
      ],
    },
    {
      kind: 'component',
      id: 'com_1',
      section: 'parameters',
      name: 'b',
      value: { name: 'b', in: 'query', required: true, schema: { type: 'string' } },
    },
  )
  expect(validation?.parameters).toMatchObject([{ name: 'a' }, { name: 'b', required: true }])
  expect(validation?.parameters?.[0]).not.toHaveProperty('required')
})

test('each model that is reached is there once, by its name, and nothing else', () => {
  const { schemas } = normalised({
    type: 'object',
    properties: {
      self: { $ref: '#' },
      amazon: { $ref: 'https://apigateway.amazonaws.com/restapis/abc/models/Other' },
      part: { $ref: '#/components/schemas/Other/properties/id' },
      own: { $ref: '#/definitions/Own' },
    },
    definitions: { Own: { type: 'null' } },
  })
  expect(schemas).toEqual({
    'schemas/S': expect.any(Object) as object,
    'schemas/S#/definitions/Own': { type: 'null' },
  })
  const more = built(
    { requestBody: { content: { 'application/json': { schema: { $ref: '#/components/schemas/A' } } } } },
    model('A', { items: { $ref: '#/components/schemas/B/properties/id' } }),
    model('B', { properties: { id: { $ref: '#/components/schemas/A' } } }),
    model('Unused', {}),
  )
  expect(more.schemas).toEqual({
    'schemas/A': { items: { $ref: 'schemas/B#/properties/id' } },
    'schemas/B#/properties/id': { $ref: 'schemas/A' },
  })
})

test('a model whose name looks like a way into another has a key of its own, and is told of by its name', () => {
  const { schemas, diagnostics } = built(
    {
      requestBody: {
        content: {
          'application/json': { schema: { $ref: '#/components/schemas/A#~1properties~1id' } },
          'text/json': { schema: { $ref: '#/components/schemas/A/properties/id' } },
        },
      },
    },
    model('A', { properties: { id: { type: 'string' } } }),
    model('A#/properties/id', { type: 'integer', pattern: '[' }),
  )
  expect(schemas).toEqual({
    'schemas/A#/properties/id': { type: 'string' },
    'schemas/A~2/properties/id': { type: 'integer' },
  })
  expect(diagnostics).toMatchObject([{ location: { record: 'mod_A#/properties/id' } }])
})

test('a reference that leads nowhere is told where it stands, and lets any value pass', () => {
  const { schema, messages } = normalised({ properties: { a: { $ref: '#/components/schemas/Gone' } } })
  expect(schema).toEqual({ properties: { a: {} } })
  expect(messages).toEqual([expect.stringMatching(/Gone/)])
})

test('what judges nothing makes no difference', () => {
  const plain = { type: 'string' as const, maxLength: 3 }
  const described = {
    ...plain,
    title: 't',
    description: 'd',
    example: 'e',
    default: 'x',
    'x-own': 1,
    xml: {},
    minLength: -1,
  }
  expect(normalised(described).schema).toEqual(plain)
})

test.each<[string, Json, Json]>([
  ['a bound that is exclusive', { minimum: 1, exclusiveMinimum: true }, { exclusiveMinimum: 1 }],
  ['nullable beside a type', { type: 'string', nullable: true }, { type: ['string', 'null'] }],
  [
    'nullable beside an enum',
    { type: 'string', enum: ['a'], nullable: true },
    { anyOf: [{ type: 'null' }, { type: 'string', enum: ['a'] }] },
  ],
  [
    'places of a list',
    { items: [{ type: 'string' }], additionalItems: false },
    { prefixItems: [{ type: 'string' }], items: false },
  ],
  [
    'members that ask for others',
    { dependencies: { a: ['b'], c: { required: ['d'] } } },
    { dependentRequired: { a: ['b'] }, dependentSchemas: { c: { required: ['d'] } } },
  ],
  ['siblings of a reference', { $ref: '#', type: 'string' }, { $ref: 'schemas/S' }],
  ['keywords of later drafts', { const: 1, if: {}, propertyNames: {}, unevaluatedProperties: false }, {}],
  [
    'what is read only is not required of requests',
    { required: ['id', 'a'], properties: { id: { type: 'string', readOnly: true } } },
    { required: ['a'], properties: { id: { type: 'string' } } },
  ],
  ['a file is no JSON', { type: 'file' }, {}],
])('draft 4: %s', (_, schema, expected) => {
  expect(normalised(schema).schema).toEqual(expected)
})

test('drafts 7 and 2020-12 keep their keywords; a schema may say its draft itself', () => {
  const schema = { const: 1, exclusiveMinimum: 0, if: { const: 2 }, else: false, unevaluatedItems: false }
  expect(normalised(schema, { dialect: 'oas31' }).schema).toEqual(schema)
  const seven = { $schema: 'http://json-schema.org/draft-07/schema#', const: 1, unevaluatedItems: false }
  expect(normalised(seven, { dialect: 'oas31' }).schema).toEqual({ const: 1 })
  expect(
    normalised({ $ref: '#/$defs/a', type: 'string', $defs: { a: {} } }, { dialect: 'oas31' }).schema,
  ).toEqual({
    $ref: 'schemas/S#/$defs/a',
    type: 'string',
  })
})

test('Amazon knows the formats of draft 4 and asks for what is read only', () => {
  const schema = {
    required: ['id'],
    properties: { id: { format: 'uuid', readOnly: true }, at: { format: 'date-time' } },
  }
  expect(normalised(schema, { dialect: 'oas30', compatibility: 'aws' }).schema).toEqual({
    required: ['id'],
    properties: { id: {}, at: { format: 'date-time' } },
  })
})

test.each([
  ['no expression', '[', /can not be read/],
  ['one that could search for ever', '^(?=(a+)+$)', /search for ever/],
])('a pattern that is %s is told and not run', (_, pattern, message) => {
  const { schema, messages } = normalised({ type: 'string', pattern })
  expect(schema).toEqual({ type: 'string' })
  expect(messages).toEqual([expect.stringMatching(message)])
})

test('a build after a change of one model differs in that model alone, and is the same whatever was kept', () => {
  const method = {
    requestBody: { content: { 'application/json': { schema: { $ref: '#/components/schemas/A' } } } },
  }
  const a = model('A', { properties: { b: { $ref: '#/components/schemas/B' } } })
  const first = built(method, a).schemas
  const second = built(method, a, model('B', { type: 'string' })).schemas
  expect(first).toEqual({ 'schemas/A': { properties: { b: {} } } })
  expect(second).toEqual({
    'schemas/A': { properties: { b: { $ref: 'schemas/B' } } },
    'schemas/B': { type: 'string' },
  })
  expect(built(method, a).schemas).toEqual(first)
})
