import type { ApiRecord, Definition, Json } from '@penstock/model'
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
  [
    'one property in two members of allOf',
    { allOf: [object({ a: text }), object({ a: { enum: ['x', 'y'] } })] },
    { allOf: [object({ a: text }), object({ a: { enum: ['x'] } })] },
    ['request-enum-value-removed: breaking'],
    ['response-enum-narrowed: safe'],
  ],
  [
    'the tighter of two limits',
    { maximum: 9, allOf: [{ maximum: 5 }] },
    { maximum: 5, allOf: [{ maximum: 9 }] },
    ['same-meaning: safe'],
    ['same-meaning: safe'],
  ],
  [
    'what no one keyword can say of both',
    { allOf: [{ oneOf: [text] }, { oneOf: [text, { type: 'integer' }] }] },
    { allOf: [{ oneOf: [text] }, { oneOf: [{ type: 'integer' }] }] },
    ['request-schema-keyword-changed: risky'],
    ['response-schema-keyword-changed: risky'],
  ],
  [
    'a member that refuses what another describes',
    { allOf: [{ properties: {}, additionalProperties: false }, object({ a: text })] },
    { allOf: [{ properties: {}, additionalProperties: false }, object({ b: text })] },
    ['same-meaning: safe'],
    ['same-meaning: safe'],
  ],
  [
    'an exclusive maximum said as in 3.1',
    { maximum: 5, exclusiveMaximum: true },
    { exclusiveMaximum: 5 },
    ['same-meaning: safe'],
    ['same-meaning: safe'],
  ],
  [
    'a maximum that may not be reached any more',
    { maximum: 5 },
    { exclusiveMaximum: 5 },
    ['request-maximum-lowered: breaking'],
    ['response-limit-tightened: safe'],
  ],
  [
    'items one by one, as before 3.1',
    { type: 'array', items: [text] },
    { type: 'array', items: [{ type: 'integer' }] },
    ['request-schema-keyword-changed: risky'],
    ['response-schema-keyword-changed: risky'],
  ],
  [
    'a property called like one that every object has',
    object({}),
    object({ constructor: text, toString: text }, ['constructor', 'toString']),
    ['request-required-property-added: breaking', 'request-required-property-added: breaking'],
    ['response-property-added: safe', 'response-property-added: safe'],
  ],
  [
    'a required property that nobody described need not be there',
    object({}, ['a']),
    object({ a: text }),
    ['request-optional-property-added: safe', 'request-property-became-optional: safe'],
    ['response-property-became-optional: breaking', 'response-property-added: safe'],
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

test('what stands beside a reference, or beside a member of allOf that stays, counts with what is there', () => {
  const pet = model('Pet', object({ name: text }))
  const short: Json = { type: 'object', maxProperties: 1 }
  expect(editingSchema(ref('Pet'), { ...ref('Pet'), ...(short as object) }, pet).request).toEqual([
    'request-property-count-tightened: breaking',
  ])
  expect(
    editingSchema(
      { allOf: [ref('Pet'), object({ kind: text })] },
      { allOf: [ref('Pet'), object({ kind: text, name: { type: 'integer' } })] },
      pet,
    ).request,
  ).toEqual(['request-type-narrowed: breaking'])
})

test('models that lead back to themselves through allOf end', () => {
  const tree = (name: string, value: Json) =>
    model(name, {
      allOf: [ref(name), object({ left: ref(name), right: { allOf: [ref(name), ref('Leaf')] }, value })],
    })
  const shared = [tree('A', text), tree('B', { type: 'integer' }), tree('Leaf', {})]
  const grown: Json = { allOf: [ref('A'), object({ left: ref('B'), right: ref('B') })] }
  expect(editingSchema(grown, { allOf: [grown, ref('B')] }, ...shared).request).toContain(
    'request-type-narrowed: breaking',
  )
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

test('a name leads to other content: whatever refers to it by that name is judged, whichever record has it', () => {
  const user = list(gets(ref('Pet')))
  const named = (id: string, name: string, schema: Json): ApiRecord => ({ kind: 'model', id, name, schema })
  const [was, is] = [object({ a: text }), object({ a: { type: 'integer' } })]
  const before = pets(user, named('m1', 'Pet', was), named('m2', 'New', is))
  const said = (after: Definition) =>
    changes(before, after).map(({ title, verdict }) => `${verdict} ${title}`)

  expect(said(pets(user, named('m3', 'Pet', is), named('m2', 'New', is)))).toEqual([
    'breaking Change the type of "a" of model Pet',
  ])
  expect(said(pets(user, named('m1', 'Old', was), named('m2', 'Pet', is)))).toEqual([
    'breaking Change the type of "a" of model Pet and 1 more edit',
    'documentation Rename model Pet to Old',
  ])
  expect(said(pets(user, named('m1', 'Old', was), named('m3', 'Pet', is), named('m2', 'New', is)))).toEqual([
    'breaking Change the type of "a" of model Pet',
    'documentation Rename model Pet to Old',
  ])
  expect(said(pets(user, named('m3', 'Pet', was), named('m2', 'New', is)))).toEqual([
    'safe Rewrite model Pet',
  ])
})

test('a shared parameter that is made anew under its name is compared with what it was', () => {
  const using = list({ parameters: [{ $ref: '#/components/parameters/Limit' }] })
  const limit = (id: string, value: object): ApiRecord =>
    ({ kind: 'component', id, section: 'parameters', name: 'Limit', value }) as ApiRecord
  const found = changes(
    pets(using, limit('c1', { name: 'limit', in: 'query', schema: { type: 'integer' } })),
    pets(using, limit('c2', { name: 'limit', in: 'query', required: true, schema: text })),
  )
  expect(found).toHaveLength(1)
  expect(found[0]).toMatchObject({
    record: 'c2',
    verdict: 'breaking',
    also: [{ record: 'c1' }],
    affects: ['met_list'],
  })
})
