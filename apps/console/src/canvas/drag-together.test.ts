import { expect, it } from 'vitest'
import { type PlacedNode, SpatialIndex } from '../layout/index.ts'
import { beginningOf, draggedTogether } from './drag-together.ts'

const node = (id: string, x: number, role: PlacedNode['role'] = 'leaf'): PlacedNode => ({
  id,
  role,
  parent: null,
  x,
  y: 0,
  width: 200,
  height: 48,
  depth: 0,
  leaves: 0,
  children: 0,
  expanded: false,
  right: x + 200,
  bottom: 48,
  top: 0,
})
const index = new SpatialIndex({
  nodes: [node('held', 0), node('near', 300), node('far away', 90_000), node('step', 400, 'step')],
  edges: [],
})

it('moves all that is selected, also what the screen does not show and so nobody else moves', () => {
  const began = beginningOf(index, 'held', ['near', 'far away', 'step', 'gone', 'held'])
  expect(draggedTogether(began, { held: { x: 10, y: 20 }, near: { x: 310, y: 20 } })).toEqual({
    held: { x: 10, y: 20 },
    near: { x: 310, y: 20 },
    'far away': { x: 90_010, y: 20 },
  })
})

it('moves what is held alone when it is not among what is selected', () => {
  const began = beginningOf(index, 'held', ['near'])
  expect(draggedTogether(began, { held: { x: 10, y: 20 } })).toEqual({ held: { x: 10, y: 20 } })
})
