import type { Json } from '@penstock/model'
import { expect, test } from 'vitest'
import { childrenOf } from './schema-children.ts'
import { factsOf, valuesOf } from './schema-facts.ts'
import { partsOf } from './schema-parts.ts'
import { follow, readSchemaRef } from './schema-ref.ts'
import { typeOf } from './schema-type.ts'

const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` })
const node = { type: 'object', properties: { next: ref('Node'), value: { type: 'string' } } }
const schemas: Record<string, Json> = {
  Node: node,
  Loop: ref('Loop'),
  Nest: { type: 'array', items: ref('Nest') },
  Named: { type: 'object', required: ['name'], properties: { name: { type: 'string' } } },
  Pet: { allOf: [ref('Named'), { properties: { age: { type: 'integer' } }, required: ['age'] }] },
}
const labels = (schema: Json, known = schemas) => childrenOf(schema, known).map(({ label }) => label)

test('a reference is read in each dialect, escapes included', () => {
  expect(readSchemaRef('#/components/schemas/a~1b%20c/properties/d')).toEqual({
    name: 'a/b c',
    rest: ['properties', 'd'],
  })
  expect(readSchemaRef('#/definitions/Pet')?.name).toBe('Pet')
  expect(readSchemaRef('https://apigateway.amazonaws.com/restapis/x1/models/Pet')?.name).toBe('Pet')
  expect(readSchemaRef('other.json#/Pet')).toBeNull()
})

test('a reference leads inside a schema, and one that is not here is named', () => {
  expect(follow({ $ref: '#/components/schemas/Node/properties/value' }, schemas)).toMatchObject({
    schema: { type: 'string' },
    name: null,
  })
  expect(follow(ref('Elsewhere'), schemas)).toMatchObject({ missing: 'Elsewhere' })
  expect(follow(ref('toString'), schemas)).toMatchObject({ missing: 'toString' })
})

test('cycles are shown one level at a time and never followed for ever', () => {
  expect(labels(ref('Node'))).toEqual(['next', 'value'])
  expect(labels(ref('Nest'))).toEqual([])
  expect(labels(ref('Loop'))).toEqual([])
  expect(labels({ allOf: [{ $ref: '#/components/schemas/Pet' }], oneOf: [ref('Pet')] })).toEqual([
    'name',
    'age',
  ])
  expect(typeOf(ref('Nest'), schemas)).toBe('list of list of list of list of list')
})

test('allOf is one list of properties with what each part requires', () => {
  expect(childrenOf(ref('Pet'), schemas).map(({ label, required }) => [label, required])).toEqual([
    ['name', true],
    ['age', true],
  ])
  expect(labels({ allOf: [ref('Far')], properties: { a: {} } })).toEqual(['a', 'everything of Far'])
})

test('a list opens to the properties of its items, a tuple to its places', () => {
  expect(labels({ type: 'array', items: ref('Named') })).toEqual(['name'])
  expect(labels({ prefixItems: [{ type: 'string' }, { type: 'number' }] })).toEqual(['item 1', 'item 2'])
})

test('alternatives are lines of their own unless their types say all', () => {
  expect(labels({ oneOf: [{ type: 'string' }, { type: 'integer' }] })).toEqual([])
  expect(labels({ anyOf: [ref('Pet'), { type: 'string' }] })).toEqual(['option 1', 'option 2'])
  expect(labels({ anyOf: [ref('Named'), { type: 'null' }] })).toEqual(['name'])
})

test.each<[Json, string]>([
  [{ type: 'string', format: 'date-time' }, 'string · date-time'],
  [{ type: 'string', nullable: true }, 'string or null'],
  [{ type: ['string', 'null'] }, 'string or null'],
  [{ type: 'string', 'x-nullable': true }, 'string or null'],
  [{ anyOf: [ref('Pet'), { type: 'null' }] }, 'object or null'],
  [{ type: 'array', items: { type: 'integer' } }, 'list of integer'],
  [{ oneOf: [{ type: 'string' }, { type: 'integer' }] }, 'one of string, integer'],
  [{ const: 'a' }, '"a"'],
  [{ enum: ['a', 'b'] }, 'string'],
  [{ properties: {} }, 'object'],
  [ref('Far'), 'Far'],
  [true, 'any'],
  [false, 'nothing'],
])('the type of %j reads "%s"', (schema, words) => {
  expect(typeOf(schema, schemas)).toBe(words)
})

test('limits read the same in each dialect', () => {
  const facts = (schema: Json) => factsOf(partsOf(schema, schemas).parts)
  expect(facts({ minimum: 1, exclusiveMinimum: true, maximum: 9 })).toEqual(['> 1', '≤ 9'])
  expect(facts({ exclusiveMinimum: 1, exclusiveMaximum: 9 })).toEqual(['> 1', '< 9'])
  expect(facts({ minLength: 1, maxLength: 40, pattern: '^a' })).toEqual(['1 to 40 characters', 'like ^a'])
  expect(facts({ maxItems: 1, uniqueItems: true })).toEqual(['at most 1 item', 'no item twice'])
  expect(facts({ default: 'a', readOnly: true })).toEqual(['default "a"', 'read only'])
  expect(valuesOf([{ type: 'array', items: { enum: ['a', 1] } }])).toEqual(['a', 1])
})
