import { type ApiRecord, definitionOf, diffDefinitions, type JsonObject } from '@penstock/model'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { list, pets } from './definition.fixture.ts'
import { judge } from './index.ts'

/** JSON in the words of descriptions, put together without sense: what an import may let through. */
const words = [
  'properties',
  'items',
  'allOf',
  'oneOf',
  'type',
  'enum',
  'required',
  'schema',
  'content',
  'headers',
  'in',
  'name',
  '$ref',
  'a',
]
const leaf = fc.constantFrom(
  null,
  true,
  false,
  1,
  'string',
  'query',
  'path',
  'a',
  '#/components/schemas/Pet',
  '#/components/schemas/Gone',
)
const nonsense = fc.letrec((tie) => ({
  value: fc.oneof({ depthSize: 'small' }, leaf, tie('object'), fc.array(tie('value'), { maxLength: 3 })),
  object: fc.dictionary(fc.constantFrom(...words), tie('value'), { maxKeys: 5, noNullPrototype: true }),
}))
const object = nonsense.object as fc.Arbitrary<JsonObject>

const definition = fc
  .record({
    parameter: object,
    body: object,
    response: object,
    schema: object,
    component: object,
    has: fc.boolean(),
  })
  .map(({ parameter, body, response, schema, component, has }) => {
    const shared: ApiRecord[] = [
      { kind: 'model', id: 'mod_1', name: 'Pet', schema },
      { kind: 'component', id: 'com_1', section: 'parameters', name: 'p', value: component },
      { kind: 'component', id: 'com_2', section: 'responses', name: 'r', value: component },
    ]
    const method = list({
      parameters: [parameter, { $ref: '#/components/parameters/p' }],
      requestBody: { content: { 'application/json': { schema: body } } },
      responses: {
        200: response,
        404: { $ref: '#/components/responses/r' },
        500: { content: { x: { schema } } },
      },
    })
    return has
      ? pets(method, ...shared)
      : definitionOf([...pets().values()].filter(({ kind }) => kind !== 'method').concat(shared))
  })

test('whatever two definitions say: each record that differs is in exactly one change, both ways', () => {
  fc.assert(
    fc.property(definition, definition, (before, after) => {
      for (const [from, to] of [
        [before, after],
        [after, before],
      ] as const) {
        const diff = diffDefinitions(from, to)
        const changes = judge(from, to, diff)
        const told = changes.flatMap((change) => [change.id, ...change.also.map(({ record }) => record)])
        const differ = [diff.added, diff.updated, diff.removed].flatMap((records) => Object.keys(records))
        expect(told.sort()).toEqual(differ.sort())
        for (const change of changes) expect(change.findings.length).toBeGreaterThan(0)
      }
    }),
    { numRuns: 300 },
  )
})
