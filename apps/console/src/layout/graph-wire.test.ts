import fc from 'fast-check'
import { expect, it } from 'vitest'
import { GraphLayout } from './graph-layout.ts'
import { GraphDecoder, GraphEncoder } from './graph-wire.ts'
import type { SkeletonNode } from './skeleton.ts'

const node = (id: string, role: SkeletonNode['role'], parent: string | null, links: string[] = []) => ({
  id,
  role,
  parent,
  order: id,
  rank: role === 'target' ? 1 : 0,
  links,
  width: 200,
  height: 44,
})

const skeleton = [
  node('api', 'root', null),
  node('/', 'branch', null),
  node('mock', 'target', null),
  ...['a', 'b', 'c', 'd'].flatMap((name) => [
    node(name, 'branch', '/'),
    node(`${name} get`, 'leaf', name, ['mock']),
    node(`${name} put`, 'leaf', name, ['mock']),
  ]),
]

it('brings over every graph as it was laid out, whatever came before it', () => {
  const layout = new GraphLayout()
  layout.reset(skeleton)
  const [encoder, decoder] = [new GraphEncoder(), new GraphDecoder()]
  const none = { expansion: new Map<string, boolean>(), positions: new Map() }
  const step = fc
    .array(fc.tuple(fc.constantFrom('a', 'b', 'c', 'd', 'api'), fc.boolean()))
    .map((entries) => new Map(entries))
  fc.assert(
    fc.property(step, (expansion) => {
      const graph = layout.layout({ ...none, expansion })
      expect(decoder.decode(encoder.encode(graph))).toEqual(graph)
    }),
  )
})

it('sends the ids of what is new, and keeps the nodes that stand as they did', () => {
  const layout = new GraphLayout()
  layout.reset(skeleton)
  const [encoder, decoder] = [new GraphEncoder(), new GraphDecoder()]
  const before = decoder.decode(encoder.encode(layout.layout({ expansion: new Map(), positions: new Map() })))
  layout.patch([node('c post', 'leaf', 'c', ['mock'])], [])
  const message = encoder.encode(layout.layout({ expansion: new Map(), positions: new Map() }))
  expect(message.ids).toEqual(['c post'])
  const after = decoder.decode(message)
  for (const id of ['a', 'a get', 'a put', 'b', 'b get'])
    expect(after.nodes.find((each) => each.id === id)).toBe(before.nodes.find((each) => each.id === id))
})
