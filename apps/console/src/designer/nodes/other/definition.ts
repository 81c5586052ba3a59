import { kindOf, type RecordKind } from '@penstock/model'
import { FileJson, type LucideIcon } from 'lucide-react'
import type { NodeCopies } from '../node-copies.ts'
import { defineNode, type NodeDefinition } from '../node-definition.ts'

/** A kind that has no form of its own yet: listed in the outline, edited as JSON. */
export function otherNode<K extends RecordKind>(
  kind: K,
  noun: string,
  glyph: LucideIcon = FileJson,
  copies?: NodeCopies<K>,
): NodeDefinition<K> {
  return defineNode({
    kind,
    noun,
    glyph,
    skeleton: () => null,
    title: (record) => kindOf(kind).label(record),
    detail: () => noun,
    takes: [],
    ...(copies ? { copies } : {}),
    rename: null,
  })
}
