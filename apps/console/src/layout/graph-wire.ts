import type { PlacedEdge, PlacedGraph, PlacedNode } from './placed.ts'

/**
 * A laid out graph on its way out of the worker. Twenty thousand objects take longer to copy than to lay out; numbers in
 * buffers are handed over, and of the ids only those that differ from the message before.
 *
 *   ids before  a b c d e        at 2, removed 1, ids [x y]
 *   ids now     a b x y d e
 */
export interface GraphMessage {
  readonly at: number
  readonly removed: number
  readonly ids: readonly string[]
  /** Per node: x, y, width, height, right, bottom, top. */
  readonly places: Float64Array<ArrayBuffer>
  /** Per node: role, place of its parent in the list or -1, depth, leaves, children, expanded. */
  readonly facts: Int32Array<ArrayBuffer>
  /** Per edge: source, target, stands. */
  readonly edges: Int32Array<ArrayBuffer>
}

const roles: readonly PlacedNode['role'][] = ['root', 'branch', 'leaf', 'target']
const placesPerNode = 7
const factsPerNode = 6
const numbersPerEdge = 3

/** The worker's end. */
export class GraphEncoder {
  #ids: readonly string[] = []

  encode({ nodes, edges }: PlacedGraph): GraphMessage {
    const slots = new Map<string, number>()
    const ids = nodes.map((node, slot) => {
      slots.set(node.id, slot)
      return node.id
    })
    const splice = spliceOf(this.#ids, ids)
    this.#ids = ids
    const places = new Float64Array(nodes.length * placesPerNode)
    const facts = new Int32Array(nodes.length * factsPerNode)
    let p = 0
    let f = 0
    // Parents come before their children: the last one seen a level above.
    const last: number[] = []
    for (const [slot, node] of nodes.entries()) {
      last[node.depth] = slot
      places[p++] = node.x
      places[p++] = node.y
      places[p++] = node.width
      places[p++] = node.height
      places[p++] = node.right
      places[p++] = node.bottom
      places[p++] = node.top
      facts[f++] = roles.indexOf(node.role)
      facts[f++] = node.parent === null ? -1 : last[node.depth - 1]!
      facts[f++] = node.depth
      facts[f++] = node.leaves
      facts[f++] = node.children
      facts[f++] = node.expanded ? 1 : 0
    }
    const links = new Int32Array(edges.length * numbersPerEdge)
    let e = 0
    for (const { source, target, stands } of edges) {
      links[e++] = slots.get(source)!
      links[e++] = slots.get(target)!
      links[e++] = stands
    }
    return { ...splice, places, facts, edges: links }
  }
}

/** The buffers of a message, to be handed over instead of copied. */
export function buffersOf({ places, facts, edges }: GraphMessage): ArrayBuffer[] {
  return [places.buffer, facts.buffer, edges.buffer]
}

/** The other end. Nodes that stand as they did keep their identity, so that nobody draws them again. */
export class GraphDecoder {
  #nodes: readonly PlacedNode[] = []

  decode({ at, removed, ids, places, facts, edges }: GraphMessage): PlacedGraph {
    const before = this.#nodes
    const nodes: PlacedNode[] = []
    const count = places.length / placesPerNode
    const shift = ids.length - removed
    const idAt = (slot: number) =>
      slot < at ? before[slot]!.id : slot < at + ids.length ? ids[slot - at]! : before[slot - shift]!.id
    for (let slot = 0; slot < count; slot++) {
      const known = slot < at ? before[slot] : slot < at + ids.length ? undefined : before[slot - shift]
      const p = slot * placesPerNode
      const f = slot * factsPerNode
      const parentSlot = facts[f + 1]!
      const node: PlacedNode = {
        id: idAt(slot),
        role: roles[facts[f]!]!,
        x: places[p]!,
        y: places[p + 1]!,
        width: places[p + 2]!,
        height: places[p + 3]!,
        parent: parentSlot < 0 ? null : idAt(parentSlot),
        depth: facts[f + 2]!,
        leaves: facts[f + 3]!,
        children: facts[f + 4]!,
        expanded: facts[f + 5] === 1,
        right: places[p + 4]!,
        bottom: places[p + 5]!,
        top: places[p + 6]!,
      }
      nodes.push(known && sameNode(known, node) ? known : node)
    }
    this.#nodes = nodes
    const drawn: PlacedEdge[] = []
    for (let e = 0; e < edges.length; e += numbersPerEdge) {
      const source = nodes[edges[e]!]!.id
      const target = nodes[edges[e + 1]!]!.id
      drawn.push({ id: `${source}>${target}`, source, target, stands: edges[e + 2]! })
    }
    return { nodes, edges: drawn }
  }
}

/** What to take out and put in so that the one list becomes the other: all between what both begin and end with. */
function spliceOf(before: readonly string[], now: readonly string[]) {
  const most = Math.min(before.length, now.length)
  let at = 0
  while (at < most && before[at] === now[at]) at++
  let end = 0
  while (end < most - at && before[before.length - 1 - end] === now[now.length - 1 - end]) end++
  return { at, removed: before.length - at - end, ids: now.slice(at, now.length - end) }
}

function sameNode(a: PlacedNode, b: PlacedNode): boolean {
  return (
    a.x === b.x &&
    a.y === b.y &&
    a.width === b.width &&
    a.height === b.height &&
    a.top === b.top &&
    a.right === b.right &&
    a.bottom === b.bottom &&
    a.parent === b.parent &&
    a.expanded === b.expanded &&
    a.leaves === b.leaves &&
    a.children === b.children &&
    a.depth === b.depth &&
    a.role === b.role
  )
}
