import { type ApiRecord, kindOf, type RecordKind } from '@penstock/model'
import { BookText, Component, FileJson } from 'lucide-react'
import type { SkeletonNode } from '../../layout/index.ts'
import { apiNode } from './api/definition.ts'
import { componentCopies } from './component/copies.ts'
import { authorizerNode } from './authorizer/definition.ts'
import { exampleNode } from './example/definition.ts'
import { functionNode } from './function/definition.ts'
import { gatewayResponseNode } from './gateway-response/definition.ts'
import { integrationNode } from './integration/definition.ts'
import { methodNode } from './method/definition.ts'
import { modelNode } from './model/definition.ts'
import { type AnyNodeDefinition, type NodeDefinition, targetSkeleton } from './node-definition.ts'
import { otherNode } from './other/definition.ts'
import { resourceNode } from './resource/definition.ts'
import { routeNode } from './route/definition.ts'
import { upstreamNode } from './upstream/definition.ts'
import { validatorNode } from './validator/definition.ts'

/** Kind → what it answers about itself in the designer. A new kind is a folder here and a line. */
const definitions = {
  api: apiNode,
  resource: resourceNode,
  method: methodNode,
  route: routeNode,
  integration: integrationNode,
  upstream: upstreamNode,
  function: functionNode,
  model: modelNode,
  authorizer: authorizerNode,
  validator: validatorNode,
  component: otherNode('component', 'shared part', Component, componentCopies),
  gatewayResponse: gatewayResponseNode,
  example: exampleNode,
  documentation: otherNode('documentation', 'documentation part', BookText),
  opaque: otherNode('opaque', 'kept as imported', FileJson),
} as const satisfies { [K in RecordKind]: NodeDefinition<K> }

export function nodeOf(kind: RecordKind): AnyNodeDefinition {
  return definitions[kind] as unknown as AnyNodeDefinition
}

/** Every kind, in the order of this list. */
export const nodeKinds = Object.values(definitions) as unknown as readonly AnyNodeDefinition[]

/** Right of all that methods lead to. */
const laneRank = 3

/**
 * How the layout sees a record whose kind has no place of its own: beside those that use it, or, where none of them is
 * drawn as leading there, in a lane of its own.
 */
export function besideSkeleton(record: ApiRecord, isLedTo: boolean): SkeletonNode {
  const node = nodeOf(record.kind)
  const beside = node.inFlow?.(record) ?? targetSkeleton(kindOf(record.kind).label(record), 1, [])
  return { ...beside, id: record.id, rank: isLedTo ? beside.rank : laneRank }
}

/** How the layout sees a record; null if it is not drawn. */
export function skeletonOf(record: ApiRecord): SkeletonNode | null {
  const skeleton = nodeOf(record.kind).skeleton(record)
  return skeleton && { ...skeleton, id: record.id }
}
