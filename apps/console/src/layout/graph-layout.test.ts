import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { roomForLanes } from './edge-path.ts'
import { GraphLayout } from './graph-layout.ts'
import type { PlacedGraph } from './placed.ts'
import type { SkeletonNode } from './skeleton.ts'
import { SpatialIndex } from './spatial-index.ts'

const size = { width: 200, height: 44 }
const node = (
  id: string,
  role: SkeletonNode['role'],
  parent: string | null,
  links: string[] = [],
  rank = 0,
) => ({
  id,
  role,
  parent,
  order: id,
  rank,
  links,
  ...size,
})

/** An API with `tops` top resources that have `each` methods, all answered by one mock. */
function api(tops: number, each: number): SkeletonNode[] {
  const nodes = [node('api', 'root', null), node('root', 'branch', null), node('mock', 'target', null, [], 1)]
  for (let top = 0; top < tops; top++) {
    nodes.push(node(`r${top}`, 'branch', 'root'))
    for (let at = 0; at < each; at++) nodes.push(node(`r${top}m${at}`, 'leaf', `r${top}`, ['mock']))
  }
  return nodes
}

const none = { expansion: new Map<string, boolean>(), positions: new Map<string, { x: number; y: number }>() }

function layoutOf(nodes: readonly SkeletonNode[], request = none): PlacedGraph {
  const layout = new GraphLayout()
  layout.reset(nodes)
  return layout.layout(request)
}

const ids = (graph: PlacedGraph) => graph.nodes.map((placed) => placed.id).sort()

describe('GraphLayout', () => {
  it('shows a small API whole', () => {
    expect(layoutOf(api(2, 2)).nodes).toHaveLength(1 + 2 + 4 + 1)
  })

  it('opens a big API at its top resources, with counts and one edge for what is hidden', () => {
    const graph = layoutOf(api(40, 20))
    expect(graph.nodes).toHaveLength(1 + 40 + 1)
    expect(graph.nodes.find((placed) => placed.id === 'r0')).toMatchObject({ leaves: 20, expanded: false })
    expect(graph.edges).toContainEqual({ id: 'r0>mock', source: 'r0', target: 'mock', stands: 20 })
  })

  it('leaves a column of targets the room that its lanes take, and no more', () => {
    const roomFor = (targets: number) => {
      const nodes = [node('api', 'root', null), node('root', 'branch', null)]
      for (let at = 0; at < targets; at++)
        nodes.push(
          node(`t${at}`, 'target', null, [], 1),
          // From the first and the last: all trunks pass each other.
          node(`a${at}`, 'leaf', 'root', [`t${at}`]),
          node(`z${at}`, 'leaf', 'root', [`t${at}`]),
        )
      const { nodes: placed } = layoutOf(nodes)
      const right = Math.max(...placed.filter(({ role }) => role === 'leaf').map((leaf) => leaf.right))
      return Math.min(...placed.filter(({ role }) => role === 'target').map(({ x }) => x)) - right
    }
    expect([1, 2, 5, 9].map(roomFor)).toEqual([1, 2, 5, 5].map(roomForLanes))
  })

  it('goes deeper where the top says nothing', () => {
    const nodes = api(40, 20).map((n) => (n.parent === 'root' ? { ...n, parent: 'v1' } : n))
    expect(ids(layoutOf([...nodes, node('v1', 'branch', 'root')]))).toContain('r39')
  })

  it('opens and closes what a person says', () => {
    const graph = layoutOf(api(40, 20), { ...none, expansion: new Map([['r3', true]]) })
    expect(graph.nodes).toHaveLength(1 + 40 + 20 + 1)
    expect(layoutOf(api(2, 2), { ...none, expansion: new Map([['api', false]]) }).nodes).toHaveLength(2)
  })

  it('takes the subtree along when a person moves a branch', () => {
    const before = new SpatialIndex(layoutOf(api(2, 2)))
    const at = before.node('r0')!
    const after = new SpatialIndex(
      layoutOf(api(2, 2), { ...none, positions: new Map([['r0', { x: at.x + 100, y: at.y + 500 }]]) }),
    )
    const child = before.node('r0m0')!
    expect(after.node('r0m0')).toMatchObject({ x: child.x + 100, y: child.y + 500 })
    expect(after.node('r1m0')).toMatchObject({ x: before.node('r1m0')!.x, y: before.node('r1m0')!.y })
  })

  it('does not hang on parents that run in a circle', () => {
    const nodes = [...api(1, 1), node('a', 'branch', 'b'), node('b', 'branch', 'a')]
    expect(ids(layoutOf(nodes))).toEqual(['api', 'mock', 'r0', 'r0m0'])
  })

  it('makes a column as wide as its widest node, and its branches equally wide', () => {
    const nodes = api(2, 1).map((n) =>
      n.id === 'r1' ? { ...n, width: 120 } : n.id === 'r0' ? { ...n, width: 96 } : n,
    )
    const index = new SpatialIndex(layoutOf(nodes))
    const [short, long, method] = ['r0', 'r1', 'r0m0'].map((id) => index.node(id)!)
    expect(short!.width).toBe(120)
    expect(method!.x - long!.x).toBeLessThan(120 + 60)
  })

  const shape = fc.record({
    tops: fc.integer({ min: 0, max: 12 }),
    each: fc.integer({ min: 0, max: 8 }),
    closed: fc.array(fc.nat(11), { maxLength: 4 }),
  })

  it('never lets two nodes overlap', () => {
    fc.assert(
      fc.property(shape, ({ tops, each, closed }) => {
        const expansion = new Map(closed.map((at) => [`r${at}`, false]))
        const { nodes } = layoutOf(api(tops, each), { ...none, expansion })
        const overlapping: string[] = []
        for (const a of nodes)
          for (const b of nodes) {
            const beside = a.x + a.width <= b.x || b.x + b.width <= a.x
            const over = a.y + a.height <= b.y || b.y + b.height <= a.y
            if (a !== b && !beside && !over) overlapping.push(`${a.id} over ${b.id}`)
          }
        expect(overlapping).toEqual([])
      }),
    )
  })

  it('gives the same picture whether nodes came at once or one by one, in any order', () => {
    fc.assert(
      fc.property(
        shape.chain(({ tops, each }) =>
          fc.shuffledSubarray(api(tops, each), { minLength: tops * (each + 1) + 3 }),
        ),
        (nodes) => {
          const patched = new GraphLayout()
          patched.reset([])
          for (const one of nodes) patched.patch([one], [])
          const expansion = new Map(nodes.map((one) => [one.id, true]))
          const whole = layoutOf(nodes, { ...none, expansion })
          const places = (graph: PlacedGraph) => new Map(graph.nodes.map(({ id, x, y }) => [id, { x, y }]))
          expect(places(patched.layout({ ...none, expansion }))).toEqual(places(whole))
        },
      ),
    )
  })

  it('gives the same picture after any series of edits as to who lays it out for the first time', () => {
    const parents = ['root', 'r0', 'r1', 'r2']
    const branch = fc.record({
      kind: fc.constant('put' as const),
      put: fc
        .tuple(
          fc.constantFrom('r0', 'r1', 'r2', 'r3'),
          fc.constantFrom(...parents),
          fc.integer({ min: 40, max: 90 }),
        )
        // Without circles, which a save refuses.
        .filter(([id, parent]) => parent === 'root' || parent < id)
        .map(([id, parent, height]) => ({ ...node(id, 'branch', parent), height })),
    })
    const leaf = fc.record({
      kind: fc.constant('put' as const),
      put: fc
        .tuple(fc.constantFrom('m0', 'm1', 'm2', 'm3'), fc.constantFrom(...parents), fc.boolean())
        .map(([id, parent, isLinked]) => node(id, 'leaf', parent, isLinked ? ['mock'] : [])),
    })
    const remove = fc.record({
      kind: fc.constant('remove' as const),
      id: fc.constantFrom('r1', 'r2', 'r3', 'm0', 'm1', 'm2', 'm3'),
    })
    const toggle = fc.record({
      kind: fc.constant('toggle' as const),
      id: fc.constantFrom('api', 'r0', 'r1', 'r2', 'r3'),
      isOpen: fc.boolean(),
    })
    fc.assert(
      fc.property(fc.array(fc.oneof(branch, leaf, remove, toggle), { maxLength: 20 }), (steps) => {
        const nodes = new Map(api(0, 0).map((each) => [each.id, each]))
        const layout = new GraphLayout()
        layout.reset([...nodes.values()])
        const expansion = new Map(['api', 'r0', 'r1', 'r2', 'r3'].map((id) => [id, true]))
        for (const step of steps) {
          if (step.kind === 'toggle') expansion.set(step.id, step.isOpen)
          else if (step.kind === 'put') {
            nodes.set(step.put.id, step.put)
            layout.patch([step.put], [])
          } else if (nodes.delete(step.id)) layout.patch([], [step.id])
          const request = { ...none, expansion }
          expect(layout.layout(request)).toEqual(layoutOf([...nodes.values()], request))
        }
      }),
    )
  })
})

describe('leaves without a branch', () => {
  it('hang on the root, in their order, and go when they are removed', () => {
    const layout = new GraphLayout()
    layout.reset([node('api', 'root', null), node('b', 'leaf', null), node('a', 'leaf', null)])
    const drawn = () => layout.layout(none).nodes.map(({ id, parent }) => `${parent} → ${id}`)
    expect(drawn()).toEqual(['null → api', 'api → a', 'api → b'])
    layout.patch([], ['a'])
    expect(drawn()).toEqual(['null → api', 'api → b'])
  })
})

describe('SpatialIndex', () => {
  it('answers only what a rectangle shows', () => {
    const index = new SpatialIndex(layoutOf(api(10, 5)))
    const seen = index.nodesIn({ x: 0, y: 0, width: 900, height: 100 })
    expect(seen.length).toBeGreaterThan(0)
    expect(seen.length).toBeLessThan(10)
    expect(index.nodesIn(index.bounds)).toHaveLength(index.graph.nodes.length)
  })
})
