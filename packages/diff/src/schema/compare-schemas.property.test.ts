import type { Definition, Json, JsonObject } from '@penstock/model'
import { Ajv2020 } from 'ajv/dist/2020.js'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { changes, list, model, pets, ref } from '../definition.fixture.ts'
import { worst } from '../index.ts'
import { isObject } from '../json.ts'

const number = fc.integer({ min: 0, max: 3 })
const name = fc.constantFrom('a', 'b')

/** Schemas of what a validator can decide, of two keywords at most: an edit says one thing. */
const few = (keywords: Record<string, fc.Arbitrary<unknown>>): fc.Arbitrary<JsonObject> =>
  fc
    .uniqueArray(
      fc.oneof(...Object.entries(keywords).map(([keyword, said]) => fc.tuple(fc.constant(keyword), said))),
      { selector: ([keyword]) => keyword, maxLength: 2 },
    )
    .map((entries) => Object.fromEntries(entries) as JsonObject)

const value = few({
  type: fc.constantFrom('string', 'integer', 'number', ['string', 'null'], ['number', 'string']),
  enum: fc.subarray(['x', 'y', 1, 2, null], { minLength: 1 }),
  const: fc.constantFrom('x', 1),
  maximum: number,
  exclusiveMaximum: number,
  minimum: number,
  exclusiveMinimum: number,
  maxLength: number,
  minLength: number,
  pattern: fc.constantFrom('^x', 'y$'),
  multipleOf: fc.integer({ min: 1, max: 4 }),
  not: fc.constantFrom({ const: 'x' }, { type: 'number' }),
  anyOf: fc.constantFrom([{ const: 'x' }, { type: 'number' }], [{ type: 'string' }]),
})
const object = (member: fc.Arbitrary<Json>) =>
  few({
    properties: fc.dictionary(name, member, { minKeys: 1, maxKeys: 2, noNullPrototype: true }),
    required: fc.uniqueArray(name, { minLength: 1 }),
    additionalProperties: fc.oneof(fc.boolean(), member),
    maxProperties: number,
    minProperties: number,
  }).map((said): JsonObject => ({ type: 'object', ...said }))
const array = (item: fc.Arbitrary<Json>) =>
  few({ items: item, minItems: number, maxItems: number, uniqueItems: fc.boolean() }).map(
    (said): JsonObject => ({ type: 'array', ...said }),
  )

type Context = (part: JsonObject, base: JsonObject) => Json

/** Ways to say of one thing what two schemas say. */
const contexts: Context[] = [
  (part, base) => ({ allOf: [base, part] }),
  (part, base) => ({ allOf: [part, base] }),
  (part, base) => ({ ...base, allOf: [part] }),
  (part, base) => ({ ...part, allOf: [{ allOf: [base] }] }),
  (part) => ({ ...part, ...ref('Pet') }),
  (part) => ({ allOf: [ref('Pet'), part] }),
  (part) => ({ allOf: [ref('Owner'), { ...part, ...ref('Pet') }] }),
  (part) => ref('allOf' in part ? 'Owner' : 'Pet'),
]
const context = fc.constantFrom(...contexts)

interface Version {
  readonly schema: Json
  readonly Pet: Json
  readonly Owner: Json
}

/** Two versions of a schema and of the models behind it, of which most differ in one part only. */
const edit = fc.oneof(value, object(value), array(value)).chain((base) => {
  const family = base['type'] === 'object' ? object : base['type'] === 'array' ? array : undefined
  const nested = fc.tuple(context, value, value).map(([say, a, b]) => say(a, b))
  const part = family ? fc.oneof(family(value), family(nested)) : value
  const whole = fc.tuple(context, part, part).map(([say, a, b]) => say(a, b))
  return fc
    .record({
      say: context,
      was: part,
      is: part,
      Pet: part,
      Owner: part,
      other: whole,
      how: fc.nat({ max: 5 }),
    })
    .map(({ say, was, is, Pet, Owner, other, how }): [Version, Version] => {
      const before = { schema: say(was, base), Pet, Owner }
      if (how === 0) return [before, { ...before, schema: other }]
      if (how === 1) return [before, { ...before, Pet: is }]
      if (how === 2) return [before, { schema: say(is, base), Pet: Owner, Owner: Pet }]
      return [before, { ...before, schema: say(is, base) }]
    })
})

const leaves: Json[] = [null, true, '', 'x', 'y', 'xy', 'xyxy', 0, 1, 2, 3, 4, 6, 1.5]
const inner: Json[] = [null, 'x', 'xy', 1, 2, 4, { a: 'x' }, ['x']]
const values: Json[] = [
  ...leaves,
  {},
  [],
  ...inner.flatMap((one): Json[] => [{ a: one }, { b: one }, [one], [one, one], ['y', one]]),
  ...inner.flatMap((a) => inner.map((b): Json => ({ a, b }))),
]

function validator({ schema, Pet, Owner }: Version): (value: Json) => boolean {
  const ajv = new Ajv2020({ strict: false, validateSchema: false })
  const validate = ajv.compile({ components: { schemas: { Pet, Owner } }, allOf: [schema] })
  return (value) => validate(value) === true
}

/** What describes a value: the schema itself, what it refers to, and the members of its `allOf`. */
function parts(schema: Json | undefined, version: Version): JsonObject[] {
  if (!isObject(schema)) return []
  const members = Array.isArray(schema['allOf']) ? schema['allOf'] : []
  return [schema, behind(schema, version), ...members].flatMap((part) =>
    part === schema ? [schema] : parts(part, version),
  )
}

function behind({ $ref }: JsonObject, { Pet, Owner }: Version): Json | undefined {
  return $ref === ref('Pet')['$ref'] ? Pet : $ref === ref('Owner')['$ref'] ? Owner : undefined
}

/**
 * Whether a schema tells of all properties that a value has, and each model in it that changed does: what else clients put there
 * they do at their own risk, and a property that is new may be another than theirs.
 */
function describes(schemas: readonly Json[], value: Json, [before, after]: [Version, Version]): boolean {
  const all = schemas.flatMap((schema) => parts(schema, before))
  const edited = all.flatMap((part) => {
    const model = behind(part, before)
    return model === undefined || model === behind(part, after) || schemas.includes(model) ? [] : [model]
  })
  if (edited.some((model) => !describes([model], value, [before, after]))) return false
  const told = (...keys: string[]) =>
    all
      .map((part) =>
        keys.reduce<Json | undefined>((one, key) => (isObject(one) ? one[key] : undefined), part),
      )
      .filter((one) => one !== undefined)
  if (Array.isArray(value)) return value.every((item) => describes(told('items'), item, [before, after]))
  if (!isObject(value)) return true
  return Object.entries(value).every(([key, member]) => {
    const more = told('additionalProperties').filter(isObject)
    const found = [...told('properties', key), ...more]
    return found.length > 0 && describes(found, member, [before, after])
  })
}

const body = (schema: Json): JsonObject => ({ content: { 'application/json': { schema } } })

function verdictOf([before, after]: [Version, Version], direction: 'request' | 'response') {
  const api = ({ schema, Pet, Owner }: Version): Definition =>
    pets(
      list(direction === 'request' ? { requestBody: body(schema) } : { responses: { 200: body(schema) } }),
      model('Pet', Pet),
      model('Owner', Owner),
    )
  return worst(changes(api(before), api(after)).map(({ verdict }) => verdict))
}

function isSafe(versions: [Version, Version], direction: 'request' | 'response'): boolean {
  return ['safe', 'documentation'].includes(verdictOf(versions, direction))
}

test('what callers sent by the description is refused now: never safe', () => {
  fc.assert(
    fc.property(edit, (versions) => {
      const [before, after] = versions
      const [was, is] = [validator(before), validator(after)]
      const refused = values.filter(
        (value) => was(value) && !is(value) && describes([before.schema], value, versions),
      )
      expect(isSafe(versions, 'request') ? refused : []).toEqual([])
    }),
    { numRuns: 150 },
  )
}, 60_000)

test('what clients could not get by the description may come now: never safe', () => {
  fc.assert(
    fc.property(edit, (versions) => {
      const [before, after] = versions
      const [was, is] = [validator(before), validator(after)]
      const fresh = values.filter((value) => is(value) && !was(value))
      expect(isSafe(versions, 'response') ? fresh : []).toEqual([])
    }),
    { numRuns: 150 },
  )
}, 60_000)
