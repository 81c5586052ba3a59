import { type ApiRecord, definitionOf, diffDefinitions } from '@penstock/model'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { judge, shareRoutes, spreadRoutes, summarize, touchedRoutes } from './index.ts'
import { changeOf } from './words/change.fixture.ts'

test('what is sent is what was judged, each route and each set of them told once', () => {
  const routes = fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd', 'e'))
  fc.assert(
    fc.property(fc.array(routes), (lists) => {
      const changes = lists.map((affects, at) => changeOf(`change${at}`, { affects }))
      const sent = JSON.parse(JSON.stringify(shareRoutes(changes))) as ReturnType<typeof shareRoutes>
      expect(spreadRoutes(sent)).toEqual(changes)
      expect(new Set(sent.routes).size).toBe(sent.routes.length)
      expect(new Set(sent.routeSets.map(String)).size).toBe(sent.routeSets.length)
    }),
  )
})

test('changes that touch the same routes have one list of them where they are read', () => {
  const affects = ['a', 'b']
  const changes = [changeOf('one', { affects }), changeOf('other', { affects: [...affects] })]
  const [one, other] = spreadRoutes(shareRoutes(changes))
  expect(one!.affects).toBe(other!.affects)
})

test('2,000 changed models that are each used by 1,000 routes are answered in less than a thousandth of what each would say', () => {
  const before = wide(2000, 1000, 'string')
  const after = wide(2000, 1000, 'integer')
  const changes = judge(before, after, diffDefinitions(before, after))
  expect(changes.filter(({ affects }) => affects.length === 1000)).toHaveLength(2000)
  // One list in memory, however many changes there are.
  expect(new Set(changes.map(({ affects }) => affects)).size).toBe(1)
  expect(new Set(touchedRoutes(changes).values()).size).toBe(1)
  expect(summarize(changes).routes).toBe(1000)
  const { routes, routeSets } = shareRoutes(changes)
  expect([routes.length, routeSets.length]).toEqual([1000, 1])
  const told = JSON.stringify({ routes, routeSets }).length
  expect(told).toBeLessThan((2000 * JSON.stringify(changes[0]!.affects).length) / 1000)
})

test('2,000 changes that each touch 1,000 routes of their own choice take 5 bytes for each of these', () => {
  const ids = Array.from({ length: 3000 }, (_, at) => `met_${String(at).padStart(20, '0')}`)
  const changes = Array.from({ length: 2000 }, (_, at) =>
    changeOf(`change${at}`, {
      affects: ids.slice(at % 1000, (at % 1000) + 999).concat(ids[2000 + (at % 1000)]!),
    }),
  )
  const sent = JSON.stringify(shareRoutes(changes))
  expect(sent.length).toBeLessThan(2000 * 1000 * 5 + 1_000_000)
  expect(spreadRoutes(JSON.parse(sent) as ReturnType<typeof shareRoutes>)).toEqual(changes)
})

/** An API where every route answers with one model that refers to all others. */
function wide(models: number, routes: number, type: string) {
  const named = Array.from({ length: models }, (_, at) => `Model${at}`)
  return definitionOf([
    { kind: 'api', id: 'api', name: 'Wide' },
    { kind: 'resource', id: 'root', parent: null, pathPart: '' },
    ...Array.from({ length: routes }, (_, at): ApiRecord[] => [
      { kind: 'resource', id: `res_${at}`, parent: 'root', pathPart: `r${at}` },
      {
        kind: 'method',
        id: `met_${at}`,
        resource: `res_${at}`,
        httpMethod: 'GET',
        responses: {
          '200': {
            description: '',
            content: { 'application/json': { schema: { $ref: '#/components/schemas/All' } } },
          },
        },
      },
    ]).flat(),
    {
      kind: 'model',
      id: 'all',
      name: 'All',
      schema: {
        type: 'object',
        properties: Object.fromEntries(named.map((name) => [name, { $ref: `#/components/schemas/${name}` }])),
      },
    },
    ...named.map(
      (name): ApiRecord => ({
        kind: 'model',
        id: `mod_${name}`,
        name,
        schema: { type: 'object', properties: { value: { type } } },
      }),
    ),
  ])
}
