export { askedSchemes, isApiKey, uncheckedSchemes } from './access.ts'
export { type UrlProblem, urlProblem } from './base-url.ts'
export { canonicalJson, canonicalize, sameRecord } from './canonical.ts'
export type { Diagnostic, Location, Severity } from './diagnostic.ts'
export {
  applyDiff,
  diffDefinitions,
  diffSize,
  emptyDiff,
  isEmptyDiff,
  type RecordsDiff,
  reverseDiff,
  squashDiffs,
} from './diff.ts'
export { newId } from './ids.ts'
export { checkInvariants } from './invariants.ts'
export type { Json, JsonObject } from './json.ts'
export { lambdaUri, withTransferMode } from './lambda-uri.ts'
export { jsonBrokenAt } from './json-broken-at.ts'
export type { KindDefinition, Reference } from './kind.ts'
export { type AnyKind, kindOf, kinds } from './kinds/index.ts'
export { type Api, defaultRouteSelection } from './kinds/api.ts'
export type { Authorizer } from './kinds/authorizer.ts'
export type { Component } from './kinds/component.ts'
export type { Documentation } from './kinds/documentation.ts'
export type { Example } from './kinds/example.ts'
export type { Function_ } from './kinds/function.ts'
export type { GatewayResponse } from './kinds/gateway-response.ts'
export type { Integration, IntegrationResponse } from './kinds/integration.ts'
export { type HttpMethod, httpMethods, type Method } from './kinds/method.ts'
export type { Model } from './kinds/model.ts'
export type { Opaque } from './kinds/opaque.ts'
export type { Resource } from './kinds/resource.ts'
export { connectionRouteKeys, type Route } from './kinds/route.ts'
export type { Balancing, HealthCheck, Upstream, UpstreamTarget, UpstreamTls } from './kinds/upstream.ts'
export type { Validator } from './kinds/validator.ts'
export { checkRecordId, parseRecord } from './parse.ts'
export {
  type ExampleCall,
  exampleCall,
  exampleOf,
  expectationProblems,
  type SeenAnswer,
} from './requests/examples.ts'
export {
  type ParsedRequest,
  parseRequest,
  type WrittenRequest,
} from './requests/parse-request.ts'
export { type AddressReading, chooseReading, readAddress } from './requests/read-address.ts'
export { callSteps } from './requests/call-steps.ts'
export { type Bytes, readableBytes } from './requests/readable-bytes.ts'
export { type Served, servedBy, servedRecords } from './served.ts'
export { hasPath } from './has-path.ts'
export { mapSecrets } from './mask.ts'
export { fragmentToken, pointedAt, pointerToken } from './json-pointer.ts'
export { namedRecord, nameKey, parseRef, type RefTarget, refsOf, resolveRef } from './refs.ts'
export { maxPathSegments, pathOf, type ResourceTree, resourceTree } from './paths.ts'
export {
  type ApiRecord,
  type Definition,
  definitionOf,
  find,
  isKind,
  type RecordId,
  type RecordKind,
  type RecordOf,
  type RecordTypes,
  recordsOf,
} from './records.ts'
