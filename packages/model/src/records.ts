import type { Api } from './kinds/api.ts'
import type { Authorizer } from './kinds/authorizer.ts'
import type { Component } from './kinds/component.ts'
import type { Documentation } from './kinds/documentation.ts'
import type { Example } from './kinds/example.ts'
import type { Function_ } from './kinds/function.ts'
import type { GatewayResponse } from './kinds/gateway-response.ts'
import type { Integration } from './kinds/integration.ts'
import type { Method } from './kinds/method.ts'
import type { Model } from './kinds/model.ts'
import type { Opaque } from './kinds/opaque.ts'
import type { Resource } from './kinds/resource.ts'
import type { Route } from './kinds/route.ts'
import type { Upstream } from './kinds/upstream.ts'
import type { Validator } from './kinds/validator.ts'

export interface RecordTypes {
  api: Api
  resource: Resource
  method: Method
  route: Route
  integration: Integration
  upstream: Upstream
  authorizer: Authorizer
  validator: Validator
  model: Model
  component: Component
  gatewayResponse: GatewayResponse
  function: Function_
  example: Example
  documentation: Documentation
  opaque: Opaque
}

export type RecordKind = keyof RecordTypes
export type RecordOf<K extends RecordKind> = RecordTypes[K]
export type ApiRecord = RecordTypes[RecordKind]
/** Stable for the life of the record, e.g. `met_k3v9…`. Never derived from a position in a list. */
export type RecordId = string

/** A definition: every record by its id. Treated as immutable; changes are `RecordsDiff`s. */
export type Definition = ReadonlyMap<RecordId, ApiRecord>

export function definitionOf(records: Iterable<ApiRecord>): Definition {
  const definition = new Map<RecordId, ApiRecord>()
  for (const record of records) definition.set(record.id, record)
  return definition
}

export function isKind<K extends RecordKind>(record: ApiRecord | undefined, kind: K): record is RecordOf<K> {
  return record?.kind === kind
}

/** The record with this id if it is of this kind. */
export function find<K extends RecordKind>(definition: Definition, kind: K, id: RecordId | null | undefined) {
  const record = id === undefined || id === null ? undefined : definition.get(id)
  return isKind(record, kind) ? record : undefined
}

export function* recordsOf<K extends RecordKind>(definition: Definition, kind: K): Generator<RecordOf<K>> {
  for (const record of definition.values()) if (isKind(record, kind)) yield record
}
