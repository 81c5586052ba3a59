import type { Json } from '@penstock/model'
import { expect, test } from 'vitest'
import { addProperty, removeProperty, renameProperty, requireProperty, typeProperty } from './edit-schema.ts'
import { type ObjectRows, objectRows } from './schema-rows.ts'
import { isPlainObject, shapeOf } from './schema-shape.ts'

const order = {
  description: 'An order',
  type: 'object',
  required: ['id', 'lines'],
  properties: {
    id: { type: 'string', format: 'uuid', description: 'Ours' },
    buyer: { $ref: '#/components/schemas/Person' },
    lines: {
      type: 'array',
      items: { type: 'object', properties: { sku: { type: ['string', 'null'] } }, required: ['sku'] },
    },
    shipped: { type: 'object', properties: { at: { type: 'string' } }, additionalProperties: false },
  },
  'x-kept': { as: 'it was' },
} satisfies Json

const lines = ({ rows }: ObjectRows, indent = ''): string[] =>
  rows.flatMap((row) => [
    `${indent}${row.name}${row.isRequired ? '!' : ''}: ${row.words}`,
    ...(row.inner ? lines(row.inner, `${indent}  `) : []),
  ])

test('the fields of an object are listed with type, need and what stands in them', () => {
  expect(lines(objectRows(order)!)).toEqual([
    'id!: string (uuid)',
    'buyer: Person',
    'lines!: list of object',
    '  sku!: string, or null',
    'shipped: object',
    '  at: string',
  ])
  const [id, buyer] = objectRows(order)!.rows
  expect([id?.description, buyer?.models]).toEqual(['Ours', ['Person']])
})

test.each<[Json, string, string[]]>([
  [{ $ref: '#/definitions/Pet' }, 'Pet', ['Pet']],
  [{ $ref: 'other.yaml#/Pet' }, 'other.yaml#/Pet', []],
  [
    { allOf: [{ $ref: '#/components/schemas/A' }, { $ref: '#/components/schemas/B' }] },
    'all of A, B',
    ['A', 'B'],
  ],
  [{ oneOf: [{ type: 'string' }, { $ref: '#/components/schemas/B' }] }, 'one of 2 schemas', ['B']],
  [{ allOf: [{ $ref: '#/components/schemas/A' }], description: 'Mine' }, 'A', ['A']],
  [{ type: 'array', items: { $ref: '#/components/schemas/A' } }, 'list of A', ['A']],
  [{ type: 'string', enum: ['a', 'b'], nullable: true }, 'string: a, b, or null', []],
  [{ type: ['string', 'integer'] }, 'string or integer', []],
  [{}, 'any value', []],
  [true, 'any value', []],
  [false, 'no value', []],
])('%j is said to be "%s"', (schema, words, models) => {
  expect(shapeOf(schema)).toMatchObject({ words, models })
  expect(isPlainObject(schema)).toBe(false)
  expect(objectRows(schema)).toBeNull()
})

test.each<Json>([
  { type: 'object', allOf: [{ $ref: '#/components/schemas/A' }], properties: {} },
  { type: 'object', properties: 3 },
  { type: 'array', properties: {} },
])('%j is no plain object', (schema) => {
  expect(isPlainObject(schema)).toBe(false)
})

/** As the inspector and the code show it. */
const textOf = (schema: Json) => JSON.stringify(schema, null, 2)

/** The lines in which two texts differ. */
function differing(before: Json, after: Json): { gone: string[]; come: string[] } {
  const [from, to] = [textOf(before).split('\n'), textOf(after).split('\n')]
  const missing = (a: string[], b: string[]) =>
    a.filter((line) => !b.includes(line)).map((line) => line.trim())
  return { gone: missing(from, to), come: missing(to, from) }
}

test('a field that is renamed stays in its place, and is still required', () => {
  const renamed = renameProperty(order, [], 'id', 'number')
  expect(differing(order, renamed)).toEqual({
    gone: ['"id",', '"id": {'],
    come: ['"number",', '"number": {'],
  })
  expect(textOf(renamed)).toBe(textOf(order).replace('"id",', '"number",').replace('"id": {', '"number": {'))
})

test('a field that is removed leaves nothing behind, and no empty list of what is required', () => {
  const path = ['properties', 'lines', 'items']
  expect(removeProperty(order, path, 'sku')).toEqual({
    ...order,
    properties: { ...order.properties, lines: { type: 'array', items: { type: 'object', properties: {} } } },
  })
  expect(requireProperty(requireProperty(order, [], 'id', false), [], 'lines', false)).not.toHaveProperty(
    'required',
  )
})

test('a field is added last, required last, and gets a type, while all else stays as it was', () => {
  expect(differing(order, addProperty(order, [], 'note')).gone).toEqual([])
  expect(Object.keys((addProperty(order, [], 'note') as typeof order).properties)).toEqual([
    'id',
    'buyer',
    'lines',
    'shipped',
    'note',
  ])
  expect(requireProperty(order, [], 'buyer', true)).toEqual({ ...order, required: ['id', 'lines', 'buyer'] })
  expect(requireProperty(order, ['properties', 'shipped'], 'at', true)).toMatchObject({
    properties: { shipped: { required: ['at'], additionalProperties: false } },
  })
  expect(typeProperty(order, ['properties', 'id'], 'integer')).toEqual({
    ...order,
    properties: { ...order.properties, id: { ...order.properties.id, type: 'integer' } },
  })
})

test('a value that may be null still may after its type changed, and a list says of what', () => {
  const sku = ['properties', 'lines', 'items', 'properties', 'sku']
  expect(typeProperty(order, sku, 'number')).toMatchObject({
    properties: { lines: { items: { properties: { sku: { type: ['number', 'null'] } } } } },
  })
  expect(typeProperty({ type: 'object', properties: { a: {} } }, ['properties', 'a'], 'array')).toEqual({
    type: 'object',
    properties: { a: { type: 'array', items: {} } },
  })
  expect(typeProperty({ properties: { a: true } }, ['properties', 'a'], 'string')).toEqual({
    properties: { a: { type: 'string' } },
  })
})
