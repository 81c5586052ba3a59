import type { ApiRecord, RecordKind, RecordOf } from '@penstock/model'
import { apiComparison } from './api.ts'
import { authorizerComparison } from './authorizer.ts'
import type { KindComparison } from './comparison.ts'
import { componentComparison } from './component.ts'
import { documentationComparison } from './documentation.ts'
import { exampleComparison } from './example.ts'
import { functionComparison } from './function.ts'
import { gatewayResponseComparison } from './gateway-response.ts'
import { integrationComparison } from './integration.ts'
import { methodComparison } from './method.ts'
import { modelComparison } from './model.ts'
import { opaqueComparison } from './opaque.ts'
import { resourceComparison } from './resource.ts'
import { routeComparison } from './route.ts'
import { upstreamComparison } from './upstream.ts'
import { validatorComparison } from './validator.ts'

/** Kind → how its changes are compared. */
const comparisons: { readonly [K in RecordKind]: KindComparison<RecordOf<K>> } = {
  api: apiComparison,
  resource: resourceComparison,
  method: methodComparison,
  route: routeComparison,
  integration: integrationComparison,
  upstream: upstreamComparison,
  authorizer: authorizerComparison,
  validator: validatorComparison,
  model: modelComparison,
  component: componentComparison,
  gatewayResponse: gatewayResponseComparison,
  function: functionComparison,
  example: exampleComparison,
  documentation: documentationComparison,
  opaque: opaqueComparison,
}

/** The comparison of a record's kind, with its type parameter forgotten. */
export function comparisonOf(record: ApiRecord): KindComparison<ApiRecord> {
  return comparisons[record.kind] as unknown as KindComparison<ApiRecord>
}
