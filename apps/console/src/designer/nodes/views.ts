import type { RecordKind } from '@penstock/model'
import type { ComponentType } from 'react'
import { ApiCard } from './api/node.tsx'
import { Braces, ListChecks, ShieldCheck } from 'lucide-react'
import { FunctionCard } from './function/node.tsx'
import { IntegrationCard } from './integration/node.tsx'
import { MethodCard } from './method/node.tsx'
import type { NodeViewProps } from './node-view.ts'
import { ResourceCard } from './resource/node.tsx'
import { targetCard } from './target-card.tsx'
import { RouteCard } from './route/node.tsx'
import { UpstreamCard } from './upstream/node.tsx'

/** Kind → its card. Kinds that are not drawn have none. */
export const nodeViews: Readonly<Partial<Record<RecordKind, ComponentType<NodeViewProps>>>> = {
  api: ApiCard,
  resource: ResourceCard,
  method: MethodCard,
  route: RouteCard,
  integration: IntegrationCard,
  upstream: UpstreamCard,
  function: FunctionCard,
  authorizer: targetCard(ShieldCheck),
  model: targetCard(Braces),
  validator: targetCard(ListChecks),
}
