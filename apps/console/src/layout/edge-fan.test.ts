import { expect, it } from 'vitest'
import { type DrawnEdge, EdgeFan, giveLanes } from './edge-fan.ts'
import { roomForLanes } from './edge-path.ts'
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

it('draws trunks to different nodes of one column beside each other where they pass, and else in one line', () => {
  const fanTo = (target: PlacedNode, ...ys: number[]) => {
    const fan = new EdgeFan('source')
    for (const y of ys) fan.add(node(`${target.id} of ${y}`, 0, y), target, 0)
    return fan
  }
  const fans = [
    fanTo(node('http', 600, 100), 0, 300),
    fanTo(node('mock', 600, 200), 50, 400),
    fanTo(node('function', 600, 900), 800, 1000),
  ]
  giveLanes(fans)
  const trunks = fans.map((fan) => {
    const found: DrawnEdge[] = []
    fan.collect({ x: 0, y: 0, width: 1000, height: 2000 }, found)
    return [...new Set(found.map(({ line }) => line.mx))]
  })
  expect(trunks.map((lanes) => lanes.length)).toEqual([1, 1, 1])
  expect(trunks[0]).not.toEqual(trunks[1])
  expect(trunks[0]).toEqual(trunks[2])
})

it('keeps the trunks of a hundred nodes of one column in the room beside it', () => {
  const fans = Array.from({ length: 100 }, (_, at) => {
    const fan = new EdgeFan('source')
    fan.add(node(`m${at}`, 0, 5000 - at * 40), node(`t${at}`, 600, at * 40), 0)
    return fan
  })
  giveLanes(fans)
  const found: DrawnEdge[] = []
  for (const fan of fans) fan.collect({ x: 0, y: 0, width: 1000, height: 6000 }, found)
  expect(Math.min(...found.map(({ line }) => line.mx))).toBeGreaterThan(600 - roomForLanes(5))
})
