import type { ApiRecord, Definition } from '@penstock/model'
import type { SkeletonNode } from '../layout/index.ts'
import { skeletonOf } from './nodes/definitions.ts'
import { drawnSkeleton } from './rpc/stand-ins.ts'
import { groupOfTag, type Grouping, tagOf, tagOfGroup, tagTitle } from './tags.ts'

/** Stands for the root where tags hang on it and not resources. */
const standIn: SkeletonNode = {
  id: 'tags',
  role: 'branch',
  parent: null,
  order: '',
  rank: 0,
  links: [],
  width: 0,
  height: 0,
}

/** How the layout sees a record when operations are grouped so; null if it is not drawn. */
export function groupedSkeleton(
  record: ApiRecord,
  grouping: Grouping,
  definition: Definition,
): SkeletonNode | null {
  if (grouping === 'path') return drawnSkeleton(record, definition)
  if (record.kind === 'resource') return null
  const skeleton = skeletonOf(record)
  return skeleton && record.kind === 'method' ? ofTag(skeleton, tagOf(record), record.operationId) : skeleton
}

function ofTag(skeleton: SkeletonNode, tag: string, name = ''): SkeletonNode {
  return { ...skeleton, parent: groupOfTag(tag), order: `${name} ${skeleton.order}` }
}

/** The nodes that groups of tags are drawn as, kept up to date as operations come and go. */
export class TagNodes {
  readonly #sizes = new Map<string, number>()

  /** Those that there are now. */
  nodes(): SkeletonNode[] {
    const ids = [...this.#sizes].flatMap(([id, size]) => (size > 0 ? [id] : []))
    return ids.length === 0 ? [] : [standIn, ...ids.map(nodeOfTag)]
  }

  /** An operation hangs somewhere else: what to draw more, and what no more. */
  move(from: string | null, to: string | null): { put: SkeletonNode[]; remove: string[] } {
    const put: SkeletonNode[] = []
    const remove: string[] = []
    if (from === to) return { put, remove }
    if (to !== null && tagOfGroup(to) !== null) {
      const size = this.#sizes.get(to) ?? 0
      this.#sizes.set(to, size + 1)
      if (size === 0) put.push(standIn, nodeOfTag(to))
    }
    if (from !== null && tagOfGroup(from) !== null) {
      const size = this.#sizes.get(from) ?? 0
      this.#sizes.set(from, size - 1)
      if (size === 1) remove.push(from)
    }
    return { put, remove }
  }
}

function nodeOfTag(id: string): SkeletonNode {
  const tag = tagOfGroup(id) ?? ''
  const room = 84 + tagTitle(tag).length * 7.2
  const width = Math.min(240, Math.max(120, Math.ceil(room / 8) * 8))
  // Those without a tag come last.
  return {
    id,
    role: 'branch',
    parent: standIn.id,
    order: tag === '' ? '1' : `0${tag}`,
    rank: 0,
    links: [],
    width,
    height: 44,
  }
}
