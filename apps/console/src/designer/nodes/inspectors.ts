import type { RecordKind } from '@penstock/model'
import type { ComponentType } from 'react'
import { ApiInspector } from './api/inspector.tsx'
import { AuthorizerInspector } from './authorizer/inspector.tsx'
import { ExampleInspector } from './example/inspector.tsx'
import { FunctionInspector } from './function/inspector.tsx'
import { GatewayResponseInspector } from './gateway-response/inspector.tsx'
import { IntegrationInspector } from './integration/inspector.tsx'
import { MethodInspector } from './method/inspector.tsx'
import { ModelInspector } from './model/inspector.tsx'
import { OtherInspector } from './other/inspector.tsx'
import { ResourceInspector } from './resource/inspector.tsx'
import { RouteInspector } from './route/inspector.tsx'
import { UpstreamInspector } from './upstream/inspector.tsx'
import { ValidatorInspector } from './validator/inspector.tsx'

const inspectors = {
  api: ApiInspector,
  resource: ResourceInspector,
  method: MethodInspector,
  route: RouteInspector,
  integration: IntegrationInspector,
  upstream: UpstreamInspector,
  function: FunctionInspector,
  model: ModelInspector,
  authorizer: AuthorizerInspector,
  validator: ValidatorInspector,
  component: OtherInspector,
  gatewayResponse: GatewayResponseInspector,
  example: ExampleInspector,
  documentation: OtherInspector,
  opaque: OtherInspector,
} as const satisfies Record<RecordKind, unknown>

/** Kind → its form. */
export function inspectorOf(kind: RecordKind): ComponentType<{ record: never }> {
  return inspectors[kind] as ComponentType<{ record: never }>
}
