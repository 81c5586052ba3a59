import { expect, it } from 'vitest'
import { EdgeFan } from './edge-fan.ts'
import type { PlacedNode } from './placed.ts'

const node = (id: string, x: number, y: number): PlacedNode => ({
  id,
  role: 'leaf',
  x,
  y,
  width: 200,
  height: 40,
  parent: null,
  depth: 0,
  leaves: 1,
  children: 0,
  expanded: false,
  right: x + 200,
  bottom: y + 40,
  top: y,
})

it('shows the edges that end on the screen and two for all that pass, however many there are', () => {
  const target = node('mock', 600, 50_000)
  const fan = new EdgeFan('source')
  for (let at = 0; at < 10_000; at++) fan.add(node(`m${at}`, 0, at * 10), target, 0)
  const found: { id: string }[] = []
  fan.collect({ x: 0, y: 20_000, width: 1000, height: 500 }, found as never)
  const ids = found.map(({ id }) => id)
  expect(ids).toContain('m2000>mock')
  expect(ids).toContain('m0>mock')
  expect(ids).toContain('m9999>mock')
  expect(ids.length).toBeLessThan(60)
})

it('shows nothing beside it', () => {
  const fan = new EdgeFan('target')
  fan.add(node('a', 0, 0), node('b', 300, 100), 0)
  const found: never[] = []
  fan.collect({ x: 0, y: 500, width: 1000, height: 500 }, found)
  expect(found).toEqual([])
})
