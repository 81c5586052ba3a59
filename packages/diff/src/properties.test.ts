import {
  type ApiRecord,
  type Definition,
  diffDefinitions,
  type Json,
  type JsonObject,
  type Method,
} from '@penstock/model'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { classify } from './classify.ts'
import { list, model, pets, ref } from './definition.fixture.ts'
import { deltasOf } from './deltas-of.ts'
import { checkList, type Finding, judge, verdicts, worst } from './index.ts'

const name = fc.constantFrom('a', 'b', 'description', 'title')
const number = fc.integer({ min: 0, max: 3 })
const words = fc.record({ description: fc.string(), title: fc.string() }, { requiredKeys: [] })

/** Schemas as people write them, with every keyword that is judged. */
const { schema } = fc.letrec<{ schema: Json }>((tie) => ({
  schema: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.record(
      {
        type: fc.constantFrom('string', 'integer', 'number'),
        nullable: fc.boolean(),
        enum: fc.subarray(['x', 'y', 'z'], { minLength: 1 }),
        pattern: fc.constantFrom('^a', '^b'),
        format: fc.constantFrom('int32', 'int64', 'date'),
        default: number,
        deprecated: fc.boolean(),
        readOnly: fc.boolean(),
        writeOnly: fc.boolean(),
        maximum: number,
        minimum: number,
        maxLength: number,
        minLength: number,
        multipleOf: fc.integer({ min: 1, max: 4 }),
      },
      { requiredKeys: [] },
    ),
    fc.record(
      {
        type: fc.constant('object'),
        properties: fc.dictionary(name, tie('schema'), { maxKeys: 3, noNullPrototype: true }),
        required: fc.uniqueArray(name, { maxLength: 2 }),
        additionalProperties: fc.boolean(),
        maxProperties: number,
        discriminator: fc.record({ propertyName: name, mapping: fc.constant({ a: 'A' }) }),
      },
      { requiredKeys: [] },
    ),
    fc.record(
      { type: fc.constant('array'), items: tie('schema'), minItems: number, uniqueItems: fc.boolean() },
      { requiredKeys: [] },
    ),
    fc.record({ oneOf: fc.array(tie('schema'), { maxLength: 2 }) }),
    fc.record({ allOf: fc.array(tie('schema'), { maxLength: 2 }) }),
    fc.constant(ref('Pet')),
  ) as fc.Arbitrary<Json>,
}))

const content = schema.map((one): JsonObject => ({ content: { 'application/json': { schema: one } } }))
const parameter = fc.record(
  {
    name: fc.constantFrom('since', 'until'),
    in: fc.constantFrom('query', 'header'),
    required: fc.boolean(),
    deprecated: fc.boolean(),
    style: fc.constantFrom('form', 'pipeDelimited'),
    schema,
  },
  { requiredKeys: ['name', 'in'] },
)
const method = fc.record(
  {
    parameters: fc.uniqueArray(parameter, { maxLength: 2, selector: (one) => `${one.in} ${one.name}` }),
    requestBody: content,
    responses: fc.dictionary(fc.constantFrom('200', '202', '404'), content, { noNullPrototype: true }),
    security: fc.array(fc.constantFrom({ key: [] }, { oauth: ['a'] }, { oauth: ['a', 'b'] }), {
      maxLength: 2,
    }),
    deprecated: fc.boolean(),
    apiKeyRequired: fc.boolean(),
    authorizationType: fc.constantFrom('NONE', 'AWS_IAM', 'JWT'),
    integration: fc.constantFrom('int_1', 'int_2'),
  },
  { requiredKeys: [] },
) as unknown as fc.Arbitrary<Partial<Method>>
const settings = fc.record(
  {
    type: fc.constantFrom('http', 'http_proxy'),
    uri: fc.constantFrom('https://a', 'https://b'),
    timeoutMs: number,
    rest: fc.constantFrom({ credentials: 'a' }, { 'x-a': 1 }),
  },
  { requiredKeys: ['type'] },
)

const definition = fc
  .record({ method, pet: schema, settings, there: fc.boolean() })
  .map(({ method: fields, pet, settings: service, there }): Definition => {
    const integration = { kind: 'integration', id: 'int_2', ...service } as ApiRecord
    const all = pets(list(fields), model('Pet', pet), integration)
    return there ? all : new Map([...all].filter(([id]) => id !== 'met_list'))
  })

const levels = new Map(checkList.map(({ id, level }) => [id, level]))

/** What is wrong with how the way from one version to another was judged. */
function problems(before: Definition, after: Definition): unknown[] {
  const isIn = (definition: Definition, place: Finding['before']) =>
    definition.has(place?.record ?? '') === (place !== undefined)
  return judge(before, after, diffDefinitions(before, after)).flatMap((change) => [
    ...(change.findings.length === 0 ? [change] : []),
    ...change.findings.filter(
      (finding) =>
        finding.verdict !== levels.get(finding.check) ||
        !finding.message.endsWith('.') ||
        !(finding.before ?? finding.after) ||
        !isIn(before, finding.before) ||
        !isIn(after, finding.after),
    ),
  ])
}

test('any two versions can be judged, both ways: every finding is of a known check, at its level, with its places', () => {
  fc.assert(
    fc.property(definition, definition, (a, b) => {
      for (const [before, after] of [
        [a, b],
        [b, a],
      ] as const)
        expect(problems(before, after)).toEqual([])
    }),
    { numRuns: 200 },
  )
}, 30_000)

test('a change is as bad as each record that it takes along is by itself', () => {
  fc.assert(
    fc.property(definition, definition, (before, after) => {
      const diff = diffDefinitions(before, after)
      for (const change of judge(before, after, diff))
        for (const { record } of change.also) {
          const updated = diff.updated[record]
          if (!updated) continue
          const alone = classify(deltasOf({ before, after }, ...updated)).verdict
          expect(verdicts.indexOf(change.verdict)).toBeLessThanOrEqual(verdicts.indexOf(alone))
        }
    }),
    { numRuns: 200 },
  )
}, 30_000)

test('what a name leads to is judged alike, whichever record has the name now', () => {
  fc.assert(
    fc.property(definition, definition, schema, schema, fc.boolean(), (from, to, old, other, isSwapped) => {
      const before = new Map([...from, ['mod_Other', model('Other', old)]])
      const after = new Map([...to, ['mod_Other', model('Other', other)]])
      const renamed = new Map(after)
      const [pet, second] = [after.get('mod_Pet')!, after.get('mod_Other')!]
      if (isSwapped) {
        renamed.set('mod_Pet', { ...second, id: 'mod_Pet' } as ApiRecord)
        renamed.set('mod_Other', { ...pet, id: 'mod_Other' } as ApiRecord)
      } else {
        renamed.delete('mod_Pet')
        renamed.set('mod_new', { ...pet, id: 'mod_new' } as ApiRecord)
      }
      const verdict = (is: Definition) =>
        worst(judge(before, is, diffDefinitions(before, is)).map((change) => change.verdict))
      // Of what nobody uses a new name is words, and other content is safe.
      const rank = (is: Definition) => Math.min(verdicts.indexOf(verdict(is)), 2)
      expect(rank(renamed)).toBeLessThanOrEqual(rank(after))
    }),
    { numRuns: 200 },
  )
}, 30_000)

/** The same with other words wherever there may be some. */
function reworded(value: Json, said: JsonObject, isNamed = false): Json {
  if (Array.isArray(value)) return value.map((item) => reworded(item, said))
  if (typeof value !== 'object' || value === null) return value
  const members = Object.entries(value).map(([key, member]): [string, Json] => [
    key,
    typeof member === 'object' &&
    !['mapping', 'discriminator', 'security', 'rest', 'enum', 'required'].includes(key)
      ? reworded(member, said, ['properties', 'responses', 'content'].includes(key) && !isNamed)
      : member,
  ])
  return isNamed ? Object.fromEntries(members) : { ...Object.fromEntries(members), ...said }
}

test('an edit of nothing but words is never worse than documentation', () => {
  fc.assert(
    fc.property(definition, words, words, (given, was, is) => {
      const say = (said: JsonObject): Definition =>
        new Map(
          [...given].map(([id, record]): [string, ApiRecord] => {
            if (record.kind === 'model') return [id, { ...record, schema: reworded(record.schema, said) }]
            if (record.kind !== 'method') return [id, record]
            const { parameters = [], requestBody = {}, responses = {} } = record
            const told = {
              parameters: reworded(parameters, said),
              requestBody: reworded(requestBody, said),
              responses: reworded(responses, said, true),
              summary: JSON.stringify(said),
            }
            return [id, { ...record, ...told } as Method]
          }),
        )
      const [before, after] = [say(was), say(is)]
      for (const change of judge(before, after, diffDefinitions(before, after)))
        expect(change).toMatchObject({ verdict: 'documentation' })
    }),
    { numRuns: 200 },
  )
}, 30_000)
