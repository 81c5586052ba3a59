import { expect, test } from 'vitest'
import { definitionOf, pathOf, type Resource, resourceTree } from './index.ts'

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
