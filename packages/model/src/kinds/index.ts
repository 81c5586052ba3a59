import type { Diagnostic } from '../diagnostic.ts'
import type { RecordKind, RecordOf } from '../records.ts'
import type { Reference, Surroundings } from '../kind.ts'
import type { z } from 'zod'
import { apiKind } from './api.ts'
import { authorizerKind } from './authorizer.ts'
import { componentKind } from './component.ts'
import { documentationKind } from './documentation.ts'
import { exampleKind } from './example.ts'
import { functionKind } from './function.ts'
import { gatewayResponseKind } from './gateway-response.ts'
import { integrationKind } from './integration.ts'
import { methodKind } from './method.ts'
import { modelKind } from './model.ts'
import { opaqueKind } from './opaque.ts'
import { resourceKind } from './resource.ts'
import { routeKind } from './route.ts'
import { upstreamKind } from './upstream.ts'
import { validatorKind } from './validator.ts'

/** A kind with its type parameter forgotten, for code that walks records of every kind. */
export interface AnyKind {
  readonly kind: RecordKind
  readonly idPrefix: string
  readonly schema: z.ZodObject
  readonly defaults: Readonly<Record<string, unknown>>
  readonly secrets?: readonly string[]
  references(record: RecordOf<RecordKind>): Reference[]
  label(record: RecordOf<RecordKind>): string
  unique?(record: RecordOf<RecordKind>): string
  check?(record: RecordOf<RecordKind>, surroundings: Surroundings): Diagnostic[]
  readonly connects: Readonly<Partial<Record<RecordKind, string>>>
}

/** Kind → what it answers about itself. */
export const kinds = {
  api: apiKind,
  resource: resourceKind,
  method: methodKind,
  route: routeKind,
  integration: integrationKind,
  upstream: upstreamKind,
  authorizer: authorizerKind,
  validator: validatorKind,
  model: modelKind,
  component: componentKind,
  gatewayResponse: gatewayResponseKind,
  function: functionKind,
  example: exampleKind,
  documentation: documentationKind,
  opaque: opaqueKind,
} as const

export function kindOf(kind: RecordKind): AnyKind {
  return kinds[kind] as unknown as AnyKind
}
