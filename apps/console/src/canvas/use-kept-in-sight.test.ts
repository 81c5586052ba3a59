import { expect, it } from 'vitest'
import { type PlacedNode, SpatialIndex } from '../layout/index.ts'
import { placedNode } from './placed-node.fixture.ts'
import { followed, neighbourOf } from './use-kept-in-sight.ts'

const node = (id: string, parent: string | null, y: number) => placedNode(id, parent, { y })
const picture = (nodes: readonly PlacedNode[]) => new SpatialIndex({ nodes, edges: [] })

const all = [
  node('api', null, 0),
  node('/orders', 'api', 0),
  node('get', '/orders', 0),
  node('post', '/orders', 60),
  node('put', '/orders', 120),
  node('delete', '/orders', 180),
  node('/rides', 'api', 240),
]
const before = picture(all)
const without = (...gone: string[]) => picture(all.filter(({ id }) => !gone.includes(id)))
const next = (gone: string, ...more: string[]) =>
  neighbourOf(before.node(gone)!, before, without(gone, ...more))?.id

it('looks at what hung nearest beside what is gone, then at what that hung on, and so on', () => {
  expect(next('delete')).toBe('put')
  expect(next('get')).toBe('post')
  expect(next('post', 'get')).toBe('put')
  expect(next('post', 'get', 'put', 'delete')).toBe('/orders')
  expect(next('post', 'get', 'put', 'delete', '/orders')).toBe('/rides')
  expect(next('/orders', 'get', 'post', 'put', 'delete')).toBe('/rides')
  expect(next('api', ...all.map(({ id }) => id))).toBeUndefined()
})

it('follows what went while it was selected, and forgets what was deselected before', () => {
  const isThere = (id: string) => id !== 'gone'
  expect(followed(null, 'get', isThere)).toBe('get')
  expect(followed('get', 'post', isThere)).toBe('post')
  expect(followed('gone', null, isThere)).toBe('gone')
  expect(followed('get', null, isThere)).toBeNull()
})
