import { describe, expect, it } from 'vitest'
import { type FlowShape, flowSize, withFlows } from './flow-layout.ts'
import { GraphLayout } from './graph-layout.ts'
import type { PlacedGraph } from './placed.ts'
import type { SkeletonNode } from './skeleton.ts'

const node = (
  id: string,
  role: SkeletonNode['role'],
  parent: string | null,
  links: string[] = [],
): SkeletonNode => ({
  id,
  role,
  parent,
  order: id,
  rank: role === 'target' ? 1 : 0,
  links,
  width: 200,
  height: 48,
})
const nodes = [
  node('api', 'root', null),
  node('root', 'branch', null),
  node('a', 'leaf', 'root', ['backend']),
  node('b', 'leaf', 'root', ['backend']),
  node('c', 'branch', 'root'),
  node('d', 'leaf', 'c', ['backend']),
  node('backend', 'target', null),
]
const shape: FlowShape = {
  method: 'b',
  width: 200,
  height: 48,
  caller: 'b#caller',
  request: ['b#lock', 'b#check'],
  response: ['b#map'],
  target: 'backend',
  links: [{ step: 'b#lock', target: 'who' }],
}

function drawn(shapes: readonly FlowShape[]): PlacedGraph {
  const layout = new GraphLayout()
  const open = shapes.flatMap((each) => [
    { ...node('b', 'leaf', 'root', ['backend', 'who']), ...flowSize(each) },
    node('who', 'target', null),
  ])
  layout.reset([...nodes.filter(({ id }) => id !== 'b' || shapes.length === 0), ...open])
  return withFlows(layout.layout({ expansion: new Map(), positions: new Map() }), shapes)
}

describe('an open flow', () => {
  it('is one row from the caller to the target, and back to the caller below it', () => {
    const { nodes: placed, flows } = drawn([shape])
    const at = (id: string) => placed.find((each) => each.id === id)!
    const row = ['b', 'b#caller', 'b#lock', 'b#check', 'backend'].map((id) => at(id).x)
    expect(row).toEqual(row.toSorted((a, b) => a - b))
    expect(at('b#map').y).toBeGreaterThan(at('b#check').y + at('b#check').height)
    expect(flows![0]!.edges.map(({ id }) => id)).toEqual([
      'b>b#caller',
      'b#caller>b#lock',
      'b#lock>b#check',
      'b#check>backend',
      'backend>b#map',
      'b#map>b#caller',
      'b#lock>who',
    ])
  })

  it('lies over nothing, and leaves what is above it and the columns of the tree where they were', () => {
    const before = drawn([])
    const { nodes: placed } = drawn([shape])
    for (const one of placed)
      for (const other of placed) {
        if (one.id >= other.id) continue
        const apart =
          one.x + one.width <= other.x ||
          other.x + other.width <= one.x ||
          one.y + one.height <= other.y ||
          other.y + other.height <= one.y
        expect(apart, `${one.id} beside ${other.id}`).toBe(true)
      }
    const xOf = (graph: PlacedGraph, id: string) => graph.nodes.find((each) => each.id === id)!.x
    for (const id of ['api', 'a', 'b', 'c', 'd'])
      expect(xOf({ ...before, nodes: placed }, id)).toBe(xOf(before, id))
    expect(placed.find(({ id }) => id === 'a')).toEqual(before.nodes.find(({ id }) => id === 'a'))
  })

  it('leads on the way back to what is shared below it, and stands there also while nothing answers', () => {
    const links = [
      { step: 'b#lock', target: 'who' },
      { step: 'b#map', target: 'who' },
    ]
    const { nodes: placed, flows } = drawn([{ ...shape, links }])
    const at = (id: string) => placed.find((each) => each.id === id)!
    const edges = flows![0]!.edges.filter(({ target }) => target === 'who')
    expect(edges.map(({ source }) => source)).toEqual(['b#lock', 'b#map'])
    expect(edges[1]!.line.sy).toBe(at('b#map').y + at('b#map').height)
    // Its edge runs between it and what is below.
    expect(at('c').y).toBeGreaterThan(at('b#map').bottom + 14)
    const alone = drawn([{ ...shape, target: null, links }]).flows![0]!
    expect(alone.edges.map(({ id }) => id)).toContain('b#map>b#caller')
    expect(alone.gaps.filter(({ way }) => way === 'response').map(({ after }) => after)).toEqual(['b#map'])
  })

  it('is the same picture each time, of the same objects', () => {
    expect(drawn([shape])).toEqual(drawn([shape]))
    const layout = new GraphLayout()
    layout.reset(nodes)
    const graph = layout.layout({ expansion: new Map(), positions: new Map() })
    const [one, two] = [withFlows(graph, [shape]), withFlows(graph, [shape])]
    for (const [at, placed] of one.nodes.entries()) expect(two.nodes[at]).toBe(placed)
  })
})
