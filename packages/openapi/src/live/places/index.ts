import type { ApiRecord, RecordKind, RecordOf } from '@penstock/model'
import { apiPlace } from './api.ts'
import { authorizerPlace } from './authorizer.ts'
import { componentPlace } from './component.ts'
import { documentationPlace } from './documentation.ts'
import { examplePlace } from './example.ts'
import { functionPlace } from './function.ts'
import { gatewayResponsePlace } from './gateway-response.ts'
import { integrationPlace } from './integration.ts'
import type { KindPlace } from './kind-place.ts'
import { methodPlace } from './method.ts'
import { modelPlace } from './model.ts'
import { opaquePlace } from './opaque.ts'
import { resourcePlace } from './resource.ts'
import { routePlace } from './route.ts'
import { upstreamPlace } from './upstream.ts'
import { validatorPlace } from './validator.ts'

/** Kind → where a live document says its records. */
const places: { readonly [K in RecordKind]: KindPlace<RecordOf<K>> } = {
  api: apiPlace,
  resource: resourcePlace,
  method: methodPlace,
  route: routePlace,
  integration: integrationPlace,
  upstream: upstreamPlace,
  authorizer: authorizerPlace,
  validator: validatorPlace,
  model: modelPlace,
  component: componentPlace,
  gatewayResponse: gatewayResponsePlace,
  function: functionPlace,
  example: examplePlace,
  documentation: documentationPlace,
  opaque: opaquePlace,
}

/** The places of a kind, with its type parameter forgotten. */
export function placesOf(kind: RecordKind): KindPlace<ApiRecord> {
  return places[kind] as unknown as KindPlace<ApiRecord>
}

export const placedKinds = Object.keys(places) as RecordKind[]
