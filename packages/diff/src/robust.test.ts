import { type ApiRecord, definitionOf, diffDefinitions } from '@penstock/model'
import { nonsense } from '@penstock/testkit/nonsense'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { list, pets } from './definition.fixture.ts'
import { judge } from './index.ts'

const definition = fc
  .record({
    parameter: nonsense,
    body: nonsense,
    response: nonsense,
    schema: nonsense,
    component: nonsense,
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
}, 30_000)
