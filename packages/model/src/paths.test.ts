import { expect, test } from 'vitest'
import {
  checkInvariants,
  definitionOf,
  maxPathSegments,
  pathOf,
  type Resource,
  resourceTree,
} from './index.ts'

const resource = (id: string, parent: string | null, pathPart: string): Resource => ({
  kind: 'resource',
  id,
  parent,
  pathPart,
})
const definition = definitionOf([
  resource('root', null, ''),
  resource('a', 'root', 'a'),
  resource('slash', 'a', ''),
  resource('id', 'a', '{id}.json'),
  resource('orphan', 'gone', 'x'),
])

test.each([
  ['root', '/'],
  ['a', '/a'],
  ['slash', '/a/'],
  ['id', '/a/{id}.json'],
  ['orphan', undefined],
  ['gone', undefined],
])('the path of %s is %s, looked up or walked', (id, path) => {
  expect(pathOf(definition, id)).toBe(path)
  expect(resourceTree(definition).paths.get(id)).toBe(path)
})

test('the tree knows children and resources by path', () => {
  const tree = resourceTree(definition)
  expect(tree.children.get('a')?.map((child) => child.id)).toEqual(['slash', 'id'])
  expect(tree.byPath.get('/a/')?.id).toBe('slash')
})

test('a chain of any length is walked, and has paths only as far as there may be', () => {
  const chain = Array.from({ length: 50_000 }, (_, at) =>
    resource(`r${at}`, at === 0 ? null : `r${at - 1}`, at === 0 ? '' : 'x'),
  )
  const deep = definitionOf(chain)
  const { paths } = resourceTree(deep)
  expect(paths.size).toBe(maxPathSegments + 1)
  for (const id of [`r${maxPathSegments}`, `r${maxPathSegments + 1}`])
    expect(pathOf(deep, id)).toBe(paths.get(id))
  expect(checkInvariants(deep)).toContainEqual(
    expect.objectContaining({
      code: 'unreachable-resource',
      location: { record: `r${maxPathSegments + 1}`, path: ['parent'] },
    }),
  )
})
