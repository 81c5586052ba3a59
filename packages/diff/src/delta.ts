import type { Json, Location, RecordKind } from '@penstock/model'

export type Direction = 'request' | 'response'
/** What a new rule does to the set of values that it lets through. */
export type Effect = 'narrowed' | 'widened' | 'changed'

/** A parameter as a caller sees it. */
export interface ParameterView {
  readonly in: string
  readonly name: string
  readonly required: boolean
}

/** Where in a message a schema stands. */
interface SchemaPlace {
  readonly direction: Direction
  /** In words: `the request body`, `the 200 response`, `query parameter since`. */
  readonly where: string
  readonly shared: boolean
  /** Property path inside, e.g. `owner.login`; empty at the top. */
  readonly at: string
}

/** Every structural difference that means something by itself, and what must be known to judge it. */
export interface DeltaPayloads {
  'operation-added': object
  'operation-removed': object
  'path-changed': { from: string; to: string }
  'method-changed': { from: string; to: string; path: string }
  'operation-id-changed': { from: string | undefined; to: string | undefined }
  'parameter-added': { parameter: ParameterView }
  'parameter-removed': { parameter: ParameterView }
  'parameter-renamed': { in: string; from: string; to: string; required: boolean }
  'parameter-required': { parameter: ParameterView }
  'parameter-serialization': { parameter: ParameterView; field: string }
  'request-body-added': { required: boolean }
  'request-body-removed': object
  'request-body-required': { required: boolean }
  'media-type-added': { direction: Direction; where: string; mediaType: string }
  'media-type-removed': { direction: Direction; where: string; mediaType: string }
  'response-added': { status: string }
  'response-removed': { status: string }
  'response-header-added': { status: string; header: string }
  'response-header-removed': { status: string; header: string }
  'schema-type': SchemaPlace & { from: string; to: string; effect: Effect }
  'schema-enum': SchemaPlace & { added: Json[]; removed: Json[]; list: 'kept' | 'introduced' | 'dropped' }
  'schema-property-added': SchemaPlace & { required: boolean }
  'schema-property-removed': SchemaPlace & { required: boolean; closed: boolean }
  'schema-property-required': SchemaPlace & { required: boolean }
  'schema-constraint': SchemaPlace & {
    keyword: string
    from: Json | undefined
    to: Json | undefined
    effect: Effect
  }
  'schema-alternatives': SchemaPlace & { added: number; removed: number }
  'schema-default': SchemaPlace & { from: Json | undefined; to: Json | undefined }
  'schema-other': SchemaPlace & { keyword: string }
  'security-changed': { from: string; to: string; effect: Effect; opened: boolean }
  'scopes-changed': { added: string[]; removed: string[] }
  'api-key-required': { required: boolean }
  'authorization-changed': { from: string; to: string }
  'authorizer-switched': { from: string | undefined; to: string | undefined }
  'validator-switched': { from: string | undefined; to: string | undefined }
  'integration-switched': { from: string | undefined; to: string | undefined; count: number }
  'integration-changed': { fields: string[]; target: string | undefined; users: string; name: string }
  'upstream-changed': { name: string; from: string; to: string; users: string }
  'function-changed': { name: string; fields: string[] }
  'authorizer-changed': { name: string; fields: string[] }
  'validator-changed': { name: string }
  'gateway-response-changed': { responseType: string }
  'api-changed': { field: string; from: Json | undefined; to: Json | undefined }
  deprecated: { deprecated: boolean }
  'documentation-changed': { fields: string[] }
  'extensions-changed': { fields: string[] }
  'opaque-changed': { pointer: string }
  'name-changed': { kind: RecordKind; from: string; to: string }
  'record-added': { kind: RecordKind; label: string }
  'record-removed': { kind: RecordKind; label: string }
  'same-meaning': object
}

export type DeltaType = keyof DeltaPayloads

/** `subject` names what the delta is about, for titles: `GET /gists`, `model Pet`. */
export type Delta<T extends DeltaType = DeltaType> = {
  [K in T]: { readonly type: K; readonly subject: string; readonly location: Location } & Readonly<
    DeltaPayloads[K]
  >
}[T]

/** Where comparisons put what they find. */
export type Emit = <T extends DeltaType>(
  type: T,
  path: readonly (string | number)[],
  payload: DeltaPayloads[T],
) => void
