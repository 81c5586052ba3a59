import { type ApiRecord, applyDiff, definitionOf, diffDefinitions } from '@penstock/model'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { outlineRows } from './outline-rows.ts'
import { OutlineSearch } from './outline-search.ts'
import { OutlineTree } from './outline-tree.ts'

const start: ApiRecord[] = [
  { kind: 'api', id: 'api', name: 'Shop' },
  { kind: 'resource', id: 'root', parent: null, pathPart: '' },
]
const names = ['a', 'b', 'c', 'd']
const resource = fc.record({
  kind: fc.constant('resource' as const),
  id: fc.constantFrom(...names.map((name) => `res_${name}`)),
  parent: fc.constantFrom('root', 'res_a', 'res_b'),
  pathPart: fc.constantFrom('orders', 'items', '{id}'),
})
const method = fc.record({
  kind: fc.constant('method' as const),
  id: fc.constantFrom(...names.map((name) => `met_${name}`)),
  resource: fc.constantFrom('root', 'res_a', 'res_b', 'res_c'),
  httpMethod: fc.constantFrom('GET' as const, 'POST' as const),
  tags: fc.subarray(['read', 'write']),
})
const states = fc.array(
  fc.array(fc.oneof(resource, method), { maxLength: 10 }).map((records) =>
    // Without circles, which a save refuses.
    definitionOf([
      ...start,
      ...records.filter(
        (record) => record.kind !== 'resource' || record.parent === 'root' || record.parent < record.id,
      ),
    ]),
  ),
  { minLength: 1, maxLength: 6 },
)

it('lines and finds after any series of edits are what a tree made of the result has', () => {
  const open = new Set(['api', 'tag:read', 'tag:', 'res_a', 'res_b', 'res_c', 'res_d'])
  fc.assert(
    fc.property(states, (definitions) => {
      let now = definitionOf(start)
      const tree = new OutlineTree(now)
      const search = new OutlineSearch(tree)
      for (const next of definitions) {
        search.find('orders')
        const diff = diffDefinitions(now, next)
        now = applyDiff(now, diff)
        tree.apply(diff, now)
        search.apply(diff)
      }
      const fresh = new OutlineTree(now)
      for (const grouping of ['path', 'tag'] as const)
        expect(outlineRows(tree, open, [], grouping)).toEqual(outlineRows(fresh, open, [], grouping))
      const found = (of: OutlineSearch) =>
        of
          .find('orders')
          .map(({ id, title }) => `${id} ${title}`)
          .sort()
      expect(found(search)).toEqual(found(new OutlineSearch(fresh)))
    }),
  )
})

it('groups operations by their first tag, those without one last', () => {
  const tree = new OutlineTree(
    definitionOf([
      ...start,
      { kind: 'method', id: 'get', resource: 'root', httpMethod: 'GET' },
      { kind: 'method', id: 'put', resource: 'root', httpMethod: 'PUT', tags: ['write', 'read'] },
    ]),
  )
  const rows = outlineRows(tree, new Set(['api', 'tag:write']), [], 'tag').slice(0, 4)
  expect(rows.map(({ title, count }) => `${title} ${count}`)).toEqual([
    'Shop 2',
    'write 1',
    '/ 0',
    'Untagged 1',
  ])
})

it('goes on searching in what was found while one types on, and nowhere else', () => {
  const search = new OutlineSearch(
    new OutlineTree(
      definitionOf([
        ...start,
        { kind: 'method', id: 'get', resource: 'root', httpMethod: 'GET', operationId: 'listOrders' },
        { kind: 'method', id: 'put', resource: 'root', httpMethod: 'PUT', operationId: 'putItem' },
      ]),
    ),
  )
  const ids = (query: string) => search.find(query).map(({ id }) => id)
  for (const [query, found] of [
    ['l', ['get']],
    ['list', ['get']],
    ['list get', ['get']],
    ['put', ['put']],
    ['list put', []],
  ] as const)
    expect(ids(query)).toEqual(found)
})
