import { describe, expect, test } from 'vitest'
import { TooComplex } from './budget.ts'
import { SchemaSet } from './schema-set.ts'

type Schema = boolean | Record<string, unknown>

function places(schemas: Record<string, Schema>, value: unknown, length = 10): string[] | null {
  const errors = new SchemaSet(schemas).check('s', value, length)
  return errors?.map(({ instancePath, keyword }) => `${instancePath} ${keyword}`) ?? null
}

const isValid = (schema: Schema, value: unknown) => places({ s: schema }, value) === null

test('every failing place is told, through references, with the path from the root', () => {
  const schemas = {
    s: { type: 'array', items: { $ref: 'pet' } },
    pet: {
      type: 'object',
      required: ['name'],
      properties: { name: { type: 'string' }, owner: { $ref: 'owner' } },
    },
    owner: { type: 'object', properties: { age: { type: 'integer', minimum: 0 }, pets: { $ref: 's' } } },
  }
  const value = [{ name: 1 }, { owner: { age: -1, pets: [{}] } }]
  expect(places(schemas, value)).toEqual([
    '/0/name type',
    '/1 required',
    '/1/owner/age minimum',
    '/1/owner/pets/0 required',
  ])
  expect(places(schemas, [{ name: 'a', owner: { age: 1, pets: [{ name: 'b' }] } }])).toBeNull()
})

test('in a long text the first failing place is told: a list of all would be many times its size', () => {
  const value = Array.from({ length: 50_000 }, () => 'x')
  expect(places({ s: { items: { type: 'integer' } } }, value, 200_000)).toEqual(['/0 type'])
})

test('references that fail within anyOf and oneOf leave no trace where another alternative fits', () => {
  const schemas = {
    s: { oneOf: [{ type: 'null' }, { $ref: 'a' }, { $ref: 'b' }] },
    a: { type: 'object', required: ['a'] },
    b: { type: 'object', required: ['b'] },
  }
  expect(places(schemas, null)).toBeNull()
  expect(places(schemas, { b: 1 })).toBeNull()
  expect(places(schemas, { a: 1, b: 1 })).toContain(' oneOf')
  expect(places(schemas, {})).toContain(' required')
})

test('a member is what an object has itself, also where every object inherits one of that name', () => {
  expect(isValid({ type: 'object', required: ['constructor'] }, {})).toBe(false)
  expect(isValid({ properties: { constructor: { type: 'string' } } }, {})).toBe(true)
  expect(isValid({ properties: { toString: { type: 'string' } }, additionalProperties: false }, {})).toBe(
    true,
  )
  const own = JSON.parse('{"__proto__": 1}') as unknown
  expect(isValid({ additionalProperties: false }, own)).toBe(false)
})

test('a multiple is a multiple whatever floats make of it', () => {
  expect(isValid({ multipleOf: 0.01 }, 19.99)).toBe(true)
  expect(isValid({ multipleOf: 0.01 }, 19.995)).toBe(false)
})

test('unevaluatedProperties sees what references have judged', () => {
  const schemas = {
    s: { allOf: [{ $ref: 'schemas/Base#/x' }], properties: { b: {} }, unevaluatedProperties: false },
    'schemas/Base#/x': { properties: { a: { type: 'string' } } },
  }
  expect(places(schemas, { a: 'x', b: 1 })).toBeNull()
  expect(places(schemas, { a: 'x', c: 1 })).toEqual([' unevaluatedProperties'])
})

test('keywords of 2020-12 are held', () => {
  expect(isValid({ prefixItems: [{ type: 'string' }], items: false }, ['a'])).toBe(true)
  expect(isValid({ prefixItems: [{ type: 'string' }], items: false }, ['a', 1])).toBe(false)
  expect(isValid({ contains: { const: 1 }, minContains: 2 }, [1, 2])).toBe(false)
  expect(isValid({ dependentRequired: { a: ['b'] } }, { a: 1 })).toBe(false)
  expect(isValid({ if: { required: ['a'] }, else: { required: ['b'] } }, {})).toBe(false)
})

test('formats are held, unknown ones say nothing', () => {
  expect(isValid({ format: 'date-time' }, 'yesterday')).toBe(false)
  expect(isValid({ format: 'int32' }, 2 ** 40)).toBe(false)
  expect(isValid({ format: 'colour' }, 'yesterday')).toBe(true)
})

test('a value nested without end is refused, not a fault of the gateway', () => {
  const schemas = { s: { properties: { next: { $ref: 's' } } } }
  let value: object = {}
  for (let depth = 0; depth < 200_000; depth++) value = { next: value }
  expect(() => places(schemas, value, 2_000_000)).toThrow(TooComplex)
})

test('schemas that lead to each other are compiled one at a time, when they are needed or beside requests', async () => {
  const schemas = Object.fromEntries(
    Array.from({ length: 300 }, (_, i) => [
      i === 0 ? 's' : `m${i}`,
      { properties: { next: { $ref: `m${(i % 299) + 1}` }, other: { $ref: `m${((i * 7) % 299) + 1}` } } },
    ]),
  )
  const set = new SchemaSet(schemas)
  expect(set.compiledCount).toBe(0)
  set.check('s', { next: 'x' }, 10)
  expect(set.compiledCount).toBe(2)
  await set.warm(['s'])
  expect(set.compiledCount).toBe(300)
  await set.warm(['s'])
  expect(set.compiledCount).toBe(300)
})

test('a large schema says in pieces what it says whole', () => {
  const member = (i: number) => (i % 2 ? { type: 'integer' } : { properties: { deep: { type: 'string' } } })
  const properties = Object.fromEntries(Array.from({ length: 200 }, (_, i) => [`p${i}`, member(i)]))
  const large = { type: 'object', properties, required: ['p1'], allOf: [{ minProperties: 2 }] }
  const schemas = { s: { properties: { held: large, closed: { ...large, additionalProperties: false } } } }
  expect(places(schemas, { held: { p1: 1, p199: 2 }, closed: { p1: 1, p2: {} } })).toBeNull()
  expect(
    places(schemas, { held: { p199: 'x', p198: { deep: 1 } }, closed: { p1: 1, p2: {}, q: 1 } }),
  ).toEqual(
    expect.arrayContaining([
      '/held/p199 type',
      '/held/p198/deep type',
      '/held required',
      '/closed additionalProperties',
    ]),
  )
})

test('a model whose name looks like that of a piece of another is judged by what it says', () => {
  const many = Object.fromEntries(Array.from({ length: 40 }, (_, i) => [`p${i}`, { type: 'integer' }]))
  for (const name of ['schemas/Pet 0', 'schemas/0 Pet', 'schemas/Pet#0']) {
    const schemas = {
      s: { prefixItems: [{ $ref: 'schemas/Pet' }, { $ref: name }] },
      'schemas/Pet': { properties: { held: { type: 'object', properties: many }, ...many } },
      [name]: { type: 'string' },
    }
    expect(places(schemas, [{ p1: 1 }, 'a'])).toBeNull()
    expect(places(schemas, [{ p1: 'x' }, 1])).toEqual(['/0/p1 type', '/1 type'])
  }
})

describe('whatever is sent, a check ends: what is done is counted against the length of the text', () => {
  /** At each level both alternatives are tried, since what is innermost fits neither. */
  const doubling = (more: Record<string, unknown> = {}, list: object = {}) => {
    const either = { properties: { list, next: { $ref: 's' }, end: false } }
    return { s: { anyOf: [either, { ...either, minProperties: 1 }], ...more } }
  }
  function nested(innermost: object, depth: number): object {
    let value = innermost
    for (let i = 0; i < depth; i++) value = { next: value }
    return value
  }

  test.each([
    ['unevaluatedProperties', { unevaluatedProperties: false }],
    ['unevaluatedItems', { unevaluatedItems: false }],
  ])('in schemas that say %s, which look behind references', (_, said) => {
    expect(() => places(doubling(said), nested({ end: 1 }, 40), 400)).toThrow(TooComplex)
  })

  test('in alternatives that double with each level', () => {
    expect(() => places(doubling(), nested({ end: 1 }, 60), 600)).toThrow(TooComplex)
  })

  const long = 'a'.repeat(20_000)
  test.each<[string, Record<string, unknown>, unknown]>([
    ['items', { items: { type: 'integer' } }, Array.from({ length: 20_000 }, () => 1)],
    ['contains', { contains: { const: 2 } }, Array.from({ length: 20_000 }, () => 1)],
    ['uniqueItems', { uniqueItems: true }, Array.from({ length: 20_000 }, (_, i) => i)],
    [
      'additionalProperties',
      { additionalProperties: { type: 'integer' } },
      Object.fromEntries(Array.from({ length: 20_000 }, (_, i) => [`p${i}`, 1])),
    ],
    ['a pattern', { pattern: '^a+$' }, long],
    ['a pattern that only RE2 runs in time', { pattern: '^(a+)+$' }, long],
    ['maxLength', { maxLength: 100_000 }, long],
    ['a format', { format: 'email' }, long],
  ])('in each loop over what was sent: %s', (what, said, value) => {
    const length = JSON.stringify(value).length + 200
    const schemas = doubling({}, said)
    const fits = new Set(['contains', 'a format']).has(what) ? expect.any(Array) : null
    expect(places(schemas, { list: value }, length)).toEqual(fits)
    expect(() => places(schemas, nested({ list: value, end: 1 }, 12), length)).toThrow(TooComplex)
  })

  test('a list of lists that says uniqueItems at each level', () => {
    let value: unknown = Array.from({ length: 20_000 }, (_, i) => i)
    for (let depth = 0; depth < 200; depth++) value = [value]
    const schemas = { s: { uniqueItems: true, items: { $ref: 's' } } }
    expect(() => places(schemas, value, JSON.stringify(value).length)).toThrow(TooComplex)
  })

  test('a list of failures that gets long is left, and the first is told', () => {
    const value = Array.from({ length: 40_000 }, () => 1)
    const schemas = { s: { items: { $ref: 'a' } }, a: { type: 'string' } }
    expect(places(schemas, value, 80_000)).toEqual(['/0 type'])
    expect(places(schemas, value.slice(0, 500), 1_000)).toHaveLength(500)
  })
})

test('what is judged in one pass is never too much', () => {
  const schemas = {
    s: { type: 'array', uniqueItems: true, items: { oneOf: [{ $ref: 'a' }, { $ref: 'b' }, { $ref: 'c' }] } },
    a: { type: 'object', required: ['a'], unevaluatedProperties: false, properties: { a: { $ref: 'text' } } },
    b: { type: 'object', required: ['b'], properties: { b: { $ref: 'text' } } },
    c: { type: 'array', items: { $ref: 'text' } },
    text: { type: 'string', pattern: '^([a-z]+ ?)+$', maxLength: 50 },
  }
  const value = Array.from({ length: 20_000 }, (_, i) => {
    const text = i.toString().replaceAll(/\d/g, (digit) => 'abcdefghij'[Number(digit)]!)
    return i % 3 === 0 ? { a: text } : i % 3 === 1 ? { b: text } : [text, 'z']
  })
  expect(places(schemas, value, JSON.stringify(value).length)).toBeNull()
})
