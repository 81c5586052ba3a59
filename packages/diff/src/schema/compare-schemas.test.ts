import type { Json } from '@penstock/model'
import { expect, test } from 'vitest'
import { changes, editingSchema, list, model, pets, ref } from '../definition.fixture.ts'

const object = (properties: Json, required: string[] = []): Json => ({
  type: 'object',
  properties,
  ...(required.length ? { required } : {}),
})
const text = { type: 'string' }

type Case = [what: string, before: Json, after: Json, request: string[], response: string[]]

test.each<Case>([
  [
    'type narrowed',
    { type: 'number' },
    { type: 'integer' },
    ['schema-type-changed: breaking'],
    ['schema-type-changed: safe'],
  ],
  [
    'type widened',
    { type: 'integer' },
    { type: 'number' },
    ['schema-type-changed: safe'],
    ['schema-type-changed: breaking'],
  ],
  [
    'type changed',
    text,
    { type: 'integer' },
    ['schema-type-changed: breaking'],
    ['schema-type-changed: breaking'],
  ],
  [
    'became nullable (3.0)',
    text,
    { ...text, nullable: true },
    ['schema-type-changed: safe'],
    ['schema-type-changed: breaking'],
  ],
  [
    'nullable said as in 3.1',
    { ...text, nullable: true },
    { type: ['string', 'null'] },
    ['same-meaning: safe'],
    ['same-meaning: safe'],
  ],
  [
    'enum value added',
    { enum: ['a'] },
    { enum: ['a', 'b'] },
    ['enum-values-changed: safe'],
    ['enum-values-changed: risky'],
  ],
  [
    'enum value removed',
    { enum: ['a', 'b'] },
    { enum: ['a'] },
    ['enum-values-changed: breaking'],
    ['enum-values-changed: safe'],
  ],
  [
    'enum introduced',
    text,
    { ...text, enum: ['a'] },
    ['enum-values-changed: breaking'],
    ['enum-values-changed: safe'],
  ],
  [
    'enum dropped',
    { ...text, enum: ['a'] },
    text,
    ['enum-values-changed: safe'],
    ['enum-values-changed: risky'],
  ],
  [
    'optional property added',
    object({}),
    object({ a: text }),
    ['property-added: safe'],
    ['property-added: safe'],
  ],
  [
    'required property added',
    object({}),
    object({ a: text }, ['a']),
    ['property-added: breaking'],
    ['property-added: safe'],
  ],
  [
    'property removed',
    object({ a: text }),
    object({}),
    ['property-removed: risky'],
    ['property-removed: breaking'],
  ],
  [
    'property became required',
    object({ a: text }),
    object({ a: text }, ['a']),
    ['property-required: breaking'],
    ['property-required: safe'],
  ],
  [
    'property became optional',
    object({ a: text }, ['a']),
    object({ a: text }),
    ['property-required: safe'],
    ['property-required: breaking'],
  ],
  [
    'maximum lowered',
    { maximum: 9 },
    { maximum: 5 },
    ['constraint-changed: breaking'],
    ['constraint-changed: safe'],
  ],
  [
    'minLength introduced',
    text,
    { ...text, minLength: 1 },
    ['constraint-changed: breaking'],
    ['constraint-changed: safe'],
  ],
  ['maxItems dropped', { maxItems: 9 }, {}, ['constraint-changed: safe'], ['constraint-changed: risky']],
  [
    'pattern changed',
    { pattern: 'a' },
    { pattern: 'b' },
    ['constraint-changed: risky'],
    ['constraint-changed: risky'],
  ],
  [
    'closed',
    object({}),
    { type: 'object', properties: {}, additionalProperties: false },
    ['constraint-changed: breaking'],
    ['constraint-changed: safe'],
  ],
  [
    'alternative added',
    { oneOf: [text] },
    { oneOf: [text, { type: 'integer' }] },
    ['alternatives-changed: safe'],
    ['alternatives-changed: risky'],
  ],
  [
    'alternative removed',
    { oneOf: [text, { type: 'integer' }] },
    { oneOf: [text] },
    ['alternatives-changed: breaking'],
    ['alternatives-changed: safe'],
  ],
  [
    'default changed',
    { default: 1 },
    { default: 2 },
    ['default-changed: risky'],
    ['default-changed: documentation'],
  ],
  ['keyword that can not be judged', {}, { if: {} }, ['schema-changed: risky'], ['schema-changed: risky']],
  [
    'words',
    { description: 'a' },
    { description: 'b', title: 'c', example: 1 },
    ['same-meaning: safe'],
    ['same-meaning: safe'],
  ],
  [
    'a property that is read only',
    object({}),
    object({ a: { ...text, readOnly: true } }, ['a']),
    ['same-meaning: safe'],
    ['property-added: safe'],
  ],
  [
    'items, deep down',
    object({ a: { type: 'array', items: text } }),
    object({ a: { type: 'array', items: { type: 'integer' } } }),
    ['schema-type-changed: breaking'],
    ['schema-type-changed: breaking'],
  ],
  [
    'properties moved into allOf',
    object({ a: text }, ['a']),
    { allOf: [object({ a: text }, ['a'])] },
    ['same-meaning: safe'],
    ['same-meaning: safe'],
  ],
])('%s', (_, before, after, request, response) => {
  expect(editingSchema(before, after)).toEqual({ request, response })
})

test('a schema moved to a model means the same; one that goes to another model is compared with it', () => {
  const pet = model('Pet', object({ a: text }))
  const other = model('Other', object({ a: { type: 'integer' } }))
  expect(editingSchema(object({ a: text }), ref('Pet'), pet).response).toEqual(['same-meaning: safe'])
  expect(editingSchema(ref('Pet'), ref('Other'), pet, other).response).toEqual([
    'schema-type-changed: breaking',
  ])
})

test('models that lead back to themselves end', () => {
  const tree = (name: string) => model(name, object({ left: ref(name), right: ref(name), value: text }))
  expect(editingSchema(ref('A'), ref('B'), tree('A'), tree('B')).request).toEqual(['same-meaning: safe'])
})

const sends = (schema: Json) => ({ requestBody: { content: { 'application/json': { schema } } } })
const gets = (schema: Json) => ({ responses: { 200: { content: { 'application/json': { schema } } } } })

test('a model is judged once for each direction in which operations meet it, through other models', () => {
  const owner = (schema: Json) => [model('Pet', object({ owner: ref('Owner') })), model('Owner', schema)]
  const user = list(gets(ref('Pet')))
  const [change, ...others] = changes(
    pets(user, ...owner(object({ name: text }))),
    pets(user, ...owner(object({}))),
  )
  expect(others).toEqual([])
  expect(change).toMatchObject({
    title: 'Remove "name" of model Owner',
    verdict: 'breaking',
    affects: ['met_list'],
    findings: [
      {
        check: 'property-removed',
        message: '"name" in responses of GET /pets is gone: clients may read it.',
      },
    ],
  })
})

test('a model that callers only send is judged as they send it', () => {
  const user = list(sends(ref('Pet')))
  const [change] = changes(
    pets(user, model('Pet', object({ name: text }))),
    pets(user, model('Pet', object({}))),
  )
  expect(change).toMatchObject({
    verdict: 'risky',
    findings: [{ message: expect.stringContaining('requests of GET /pets') }],
  })
})

test('a model that nothing uses may change as it likes', () => {
  const [change] = changes(pets(model('Pet', object({ a: text }))), pets(model('Pet', object({}))))
  expect(change).toMatchObject({ verdict: 'safe', affects: [] })
})
