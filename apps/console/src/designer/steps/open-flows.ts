import type { ApiRecord, Definition, RecordId } from '@penstock/model'
import { partId } from '../../editor/index.ts'
import { type FlowShape, flowSize, type SkeletonNode } from '../../layout/index.ts'
import { nodeOf } from '../nodes/definitions.ts'
import { drawnSkeleton } from '../rpc/stand-ins.ts'
import { flowOf } from './flow.ts'

/** The part of a method that stands for who calls it. */
export const callerPart = 'caller'

const cards = { width: 200, height: 48 }

/** Which methods show their flow, and how the layout sees them and the shared records that only flows show. */
export class OpenFlows {
  readonly #open = new Set<RecordId>()
  #known = new Map<RecordId, SkeletonNode>()
  #shapes: readonly FlowShape[] = []

  get ids(): ReadonlySet<RecordId> {
    return this.#open
  }

  /** The flows as the layout was last told of them. */
  get shapes(): readonly FlowShape[] {
    return this.#shapes
  }

  toggle(id: RecordId, isOpen: boolean): void {
    if (isOpen) this.#open.add(id)
    else this.#open.delete(id)
  }

  /**
   * What the layout must hear: how methods with an open flow and what they lead to are drawn now, where that differs
   * from before, and what is drawn as always again, or no more.
   */
  refresh(definition: Definition): { put: SkeletonNode[]; remove: RecordId[] } {
    const shapes: FlowShape[] = []
    const now = new Map<RecordId, SkeletonNode>()
    for (const id of this.#open) {
      const shape = shapeOf(definition, id)
      const method = definition.get(id)
      if (!shape || !method) {
        this.#open.delete(id)
        continue
      }
      shapes.push(shape)
      const plain = drawnSkeleton(method, definition)
      if (!plain) continue
      const links = new Set([...plain.links, ...shape.links.map(({ target }) => target)])
      now.set(id, { ...plain, links: [...links], ...flowSize(shape) })
      for (const { target } of shape.links) {
        const shared = sharedSkeleton(definition.get(target))
        if (shared) now.set(target, shared)
      }
    }
    const put = [...now.values()].filter((node) => !same(this.#known.get(node.id), node))
    const remove: RecordId[] = []
    for (const id of this.#known.keys()) {
      if (now.has(id)) continue
      const record = definition.get(id)
      const plain = record && drawnSkeleton(record, definition)
      if (plain) put.push(plain)
      else remove.push(id)
    }
    this.#known = now
    this.#shapes = shapes
    return { put, remove }
  }

  /** All that is drawn otherwise because of open flows. */
  nodes(): Iterable<SkeletonNode> {
    return this.#known.values()
  }

  /** How a record is drawn because of an open flow. */
  skeleton(id: RecordId): SkeletonNode | undefined {
    return this.#known.get(id)
  }
}

function shapeOf(definition: Definition, id: RecordId): FlowShape | null {
  const flow = flowOf(definition, id)
  if (!flow) return null
  const { place, used } = flow
  const way = (wanted: 'request' | 'response') =>
    used.filter((step) => step.way === wanted).map((step) => partId(id, step.id))
  return {
    method: id,
    ...cards,
    caller: partId(id, callerPart),
    request: way('request'),
    response: way('response'),
    target: place.integration?.id ?? null,
    links: used.flatMap((step) => step.links(place).map((target) => ({ step: partId(id, step.id), target }))),
  }
}

function sharedSkeleton(record: ApiRecord | undefined): SkeletonNode | null {
  const skeleton = record && nodeOf(record.kind).inFlow?.(record)
  return skeleton ? { ...skeleton, id: record.id } : null
}

function same(a: SkeletonNode | undefined, b: SkeletonNode): boolean {
  return a !== undefined && JSON.stringify(a) === JSON.stringify(b)
}
