import type { RecordKind } from '@penstock/model'
import type { ComponentType } from 'react'
import { ApiCard } from './api/node.tsx'
import { nodeOf } from './definitions.ts'
import { FunctionCard } from './function/node.tsx'
import { IntegrationCard } from './integration/node.tsx'
import { MethodCard } from './method/node.tsx'
import type { NodeViewProps } from './node-view.ts'
import { ResourceCard } from './resource/node.tsx'
import { targetCard } from './target-card.tsx'
import { RouteCard } from './route/node.tsx'
import { UpstreamCard } from './upstream/node.tsx'

/** Kind → its card. */
export const nodeViews: Readonly<Record<RecordKind, ComponentType<NodeViewProps>>> = {
  api: ApiCard,
  resource: ResourceCard,
  method: MethodCard,
  route: RouteCard,
  integration: IntegrationCard,
  upstream: UpstreamCard,
  function: FunctionCard,
  authorizer: sharedCard('authorizer'),
  model: sharedCard('model'),
  validator: sharedCard('validator'),
  component: sharedCard('component'),
  gatewayResponse: sharedCard('gatewayResponse'),
  example: sharedCard('example'),
  documentation: sharedCard('documentation'),
  opaque: sharedCard('opaque'),
}

function sharedCard(kind: RecordKind) {
  return targetCard(nodeOf(kind).glyph)
}
