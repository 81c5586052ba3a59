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
    ['request-type-narrowed: breaking'],
    ['response-type-narrowed: safe'],
  ],
  [
    'type widened',
    { type: 'integer' },
    { type: 'number' },
    ['request-type-widened: safe'],
    ['response-type-widened: breaking'],
  ],
  [
    'type changed',
    text,
    { type: 'integer' },
    ['request-type-changed: breaking'],
    ['response-type-changed: breaking'],
  ],
  [
    'became nullable (3.0)',
    text,
    { ...text, nullable: true },
    ['request-became-nullable: safe'],
    ['response-became-nullable: breaking'],
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
    ['request-enum-widened: safe'],
    ['response-enum-value-added: breaking'],
  ],
  [
    'enum value removed',
    { enum: ['a', 'b'] },
    { enum: ['a'] },
    ['request-enum-value-removed: breaking'],
    ['response-enum-narrowed: safe'],
  ],
  [
    'enum introduced',
    text,
    { ...text, enum: ['a'] },
    ['request-enum-introduced: breaking'],
    ['response-enum-narrowed: safe'],
  ],
  [
    'enum dropped',
    { ...text, enum: ['a'] },
    text,
    ['request-enum-widened: safe'],
    ['response-enum-dropped: breaking'],
  ],
  [
    'optional property added',
    object({}),
    object({ a: text }),
    ['request-optional-property-added: safe'],
    ['response-property-added: safe'],
  ],
  [
    'required property added',
    object({}),
    object({ a: text }, ['a']),
    ['request-required-property-added: breaking'],
    ['response-property-added: safe'],
  ],
  [
    'property removed',
    object({ a: text }),
    object({}),
    ['request-property-removed: risky'],
    ['response-optional-property-removed: breaking'],
  ],
  [
    'property became required',
    object({ a: text }),
    object({ a: text }, ['a']),
    ['request-property-became-required: breaking'],
    ['response-property-became-required: safe'],
  ],
  [
    'property became optional',
    object({ a: text }, ['a']),
    object({ a: text }),
    ['request-property-became-optional: safe'],
    ['response-property-became-optional: breaking'],
  ],
  [
    'maximum lowered',
    { maximum: 9 },
    { maximum: 5 },
    ['request-maximum-lowered: breaking'],
    ['response-limit-tightened: safe'],
  ],
  [
    'minLength introduced',
    text,
    { ...text, minLength: 1 },
    ['request-min-length-raised: breaking'],
    ['response-limit-tightened: safe'],
  ],
  [
    'maxItems dropped',
    { maxItems: 9 },
    {},
    ['request-limit-loosened: safe'],
    ['response-max-items-raised: breaking'],
  ],
  [
    'pattern changed',
    { pattern: 'a' },
    { pattern: 'b' },
    ['request-pattern-changed: risky'],
    ['response-pattern-changed: risky'],
  ],
  [
    'closed',
    object({}),
    { type: 'object', properties: {}, additionalProperties: false },
    ['request-additional-properties-refused: breaking'],
    ['response-limit-tightened: safe'],
  ],
  [
    'alternative added',
    { oneOf: [text] },
    { oneOf: [text, { type: 'integer' }] },
    ['request-alternatives-widened: safe'],
    ['response-alternatives-widened: breaking'],
  ],
  [
    'alternative removed',
    { oneOf: [text, { type: 'integer' }] },
    { oneOf: [text] },
    ['request-alternatives-narrowed: breaking'],
    ['response-alternatives-narrowed: safe'],
  ],
  [
    'default changed',
    { default: 1 },
    { default: 2 },
    ['request-default-changed: risky'],
    ['response-default-changed: documentation'],
  ],
  [
    'keyword that can not be judged',
    {},
    { if: {} },
    ['request-schema-keyword-changed: risky'],
    ['response-schema-keyword-changed: risky'],
  ],
  [
    'words',
    { description: 'a' },
    { description: 'b', title: 'c', example: 1 },
    ['documentation-changed: documentation'],
    ['documentation-changed: documentation'],
  ],
  [
    'a property that is read only',
    object({}),
    object({ a: { ...text, readOnly: true } }, ['a']),
    ['same-meaning: safe'],
    ['response-property-added: safe'],
  ],
  [
    'items, deep down',
    object({ a: { type: 'array', items: text } }),
    object({ a: { type: 'array', items: { type: 'integer' } } }),
    ['request-type-changed: breaking'],
    ['response-type-changed: breaking'],
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
    'response-type-changed: breaking',
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
        check: 'response-optional-property-removed',
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
