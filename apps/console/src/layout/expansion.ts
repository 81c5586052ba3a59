import type { GraphIndex } from './graph-index.ts'
import type { SkeletonNode } from './skeleton.ts'

const comfortable = 60
const meagre = 12

/**
 * Which branches are open when nobody has said so: level by level as long as the picture stays comfortable to read,
 * and further while it says next to nothing (Stripe's only top path is `/v1`).
 */
export function defaultExpansion(index: GraphIndex): Set<string> {
  const open = new Set<string>()
  let level: readonly SkeletonNode[] = index.root ? [index.root] : []
  let shown = level.length
  while (level.length > 0) {
    const next = level.flatMap((node) => index.children(node))
    if (next.length === 0 || (shown + next.length > comfortable && shown >= meagre)) break
    for (const node of level) open.add(node.id)
    shown += next.length
    level = next.filter((node) => node.role === 'branch' && !open.has(node.id))
  }
  return open
}
