import type { RecordKind } from '@penstock/model'
import type { ComponentType } from 'react'
import { ApiInspector } from './api/inspector.tsx'
import { FunctionInspector } from './function/inspector.tsx'
import { IntegrationInspector } from './integration/inspector.tsx'
import { MethodInspector } from './method/inspector.tsx'
import { ModelInspector } from './model/inspector.tsx'
import { OtherInspector } from './other/inspector.tsx'
import { ResourceInspector } from './resource/inspector.tsx'
import { UpstreamInspector } from './upstream/inspector.tsx'

const inspectors = {
  api: ApiInspector,
  resource: ResourceInspector,
  method: MethodInspector,
  integration: IntegrationInspector,
  upstream: UpstreamInspector,
  function: FunctionInspector,
  model: ModelInspector,
  authorizer: OtherInspector,
  validator: OtherInspector,
  component: OtherInspector,
  gatewayResponse: OtherInspector,
  documentation: OtherInspector,
  opaque: OtherInspector,
} as const satisfies Record<RecordKind, unknown>

/** Kind → its form. */
export function inspectorOf(kind: RecordKind): ComponentType<{ record: never }> {
  return inspectors[kind] as ComponentType<{ record: never }>
}
