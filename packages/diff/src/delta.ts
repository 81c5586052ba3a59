import type { Json, Location, RecordKind } from '@penstock/model'

export type Direction = 'request' | 'response'
/** What a new rule does to the set of values that it lets through. */
export type Effect = 'narrowed' | 'widened' | 'changed'
/** What of a message a schema describes. */
export type Part = 'parameter' | 'body' | 'header'

/** A parameter as a caller sees it. */
export interface ParameterView {
  readonly in: string
  readonly name: string
  readonly required: boolean
}

/** Where in a message a schema stands. */
export interface SchemaPlace {
  readonly direction: Direction
  readonly part: Part
  /** In words: `the request body`, `the 200 response`, `query parameter since`. */
  readonly where: string
  readonly shared: boolean
  /** Property path inside, e.g. `owner.login`; empty at the top. */
  readonly at: string
}

/** What an integration serves, for headings. */
interface ServiceView {
  readonly name: string
  /** In words: `GET /pets`, `12 methods`; empty when none. */
  readonly users: string
  /** Where requests go now, when that is elsewhere than before. */
  readonly target: string | undefined
}

interface Values {
  readonly from: Json | undefined
  readonly to: Json | undefined
}

/** Every structural difference that means something by itself, and what must be known to judge it. */
export interface DeltaPayloads {
  'operation-added': object
  'operation-removed': { deprecated: boolean; sunset: string | undefined }
  'route-added': { routeKey: string }
  'route-removed': { routeKey: string }
  'route-key-changed': { from: string; to: string }
  'route-response-changed': { isOn: boolean }
  'path-changed': { from: string; to: string }
  'method-changed': { from: string; to: string; path: string }
  'operation-id-changed': { from: string | undefined; to: string | undefined }
  deprecated: { deprecated: boolean; sunset: string | undefined }
  'sunset-changed': { from: string | undefined; to: string | undefined }
  'parameter-added': { parameter: ParameterView }
  'parameter-removed': { parameter: ParameterView }
  'parameter-moved': { name: string; from: string; to: string }
  'parameter-renamed': { in: string; from: string; to: string; required: boolean }
  'parameter-required': { parameter: ParameterView }
  'parameter-serialization': Values & { parameter: ParameterView; field: string }
  'parameter-empty-value': { parameter: ParameterView; allowed: boolean }
  'parameter-deprecated': { parameter: ParameterView; deprecated: boolean }
  'request-body-added': { required: boolean }
  'request-body-removed': object
  'request-body-required': { required: boolean }
  'media-type-added': { direction: Direction; where: string; mediaType: string }
  'media-type-removed': { direction: Direction; where: string; mediaType: string }
  /** `successes`: how many other statuses of success were described before. */
  'response-added': { status: string; successes: number }
  'response-removed': { status: string }
  'response-header-added': { status: string; header: string }
  'response-header-removed': { status: string; header: string; required: boolean }
  'response-header-required': { status: string; header: string; required: boolean }
  /** `nullable`: only that differs. */
  'schema-type': SchemaPlace & { from: string; to: string; effect: Effect; nullable: boolean }
  'schema-enum': SchemaPlace & { added: Json[]; removed: Json[]; list: 'kept' | 'introduced' | 'dropped' }
  /** `closed`: what is not described was refused before. */
  'schema-property-added': SchemaPlace & { required: boolean; closed: boolean }
  /** `closed`: what is not described is refused now. */
  'schema-property-removed': SchemaPlace & { required: boolean; closed: boolean; deprecated: boolean }
  'schema-property-required': SchemaPlace & { required: boolean }
  /** `hidden`: no longer part of messages of this direction (`readOnly`, `writeOnly`); else it is one now. */
  'schema-property-visibility': SchemaPlace & { hidden: boolean; required: boolean }
  'schema-property-deprecated': SchemaPlace & { deprecated: boolean }
  'schema-constraint': SchemaPlace & Values & { keyword: string; effect: Effect }
  'schema-alternatives': SchemaPlace & {
    list: 'kept' | 'introduced' | 'dropped'
    added: number
    removed: number
  }
  'schema-discriminator': SchemaPlace & {
    from: string | undefined
    to: string | undefined
    added: string[]
    removed: string[]
  }
  'schema-default': SchemaPlace & Values
  'schema-other': SchemaPlace & { keyword: string }
  'security-changed': {
    from: string
    to: string
    effect: Effect
    /** Whether callers were, and are, let in without anything. */
    wasOpen: boolean
    isOpen: boolean
    /** Schemes that let nobody in any more. */
    schemesRemoved: string[]
    /** Scopes that a scheme asked for before did not ask for. */
    scopesAdded: string[]
    scopesRemoved: string[]
  }
  'scopes-changed': { added: string[]; removed: string[] }
  'api-key-required': { required: boolean }
  'authorization-changed': { from: string; to: string }
  'authorizer-switched': { from: string | undefined; to: string | undefined }
  'validator-switched': { from: string | undefined; to: string | undefined }
  'integration-switched': { from: string | undefined; to: string | undefined; count: number }
  'integration-changed': ServiceView & Values & { field: string }
  'integration-unused-changed': { name: string }
  'upstream-changed': { name: string; from: string; to: string; users: string }
  'upstream-pool-changed': { name: string; field: string; users: string }
  'function-changed': Values & { name: string; field: string; hasNewCode: boolean }
  'security-scheme-changed': Values & { name: string; field: string }
  'oauth-scopes-changed': { name: string; added: string[]; removed: string[] }
  'authorizer-changed': Values & { name: string; field: string }
  'validator-changed': { name: string; part: 'bodies' | 'parameters'; isOn: boolean }
  'gateway-response-added': { responseType: string }
  'gateway-response-removed': { responseType: string }
  'gateway-response-changed': Values & { responseType: string; field: string }
  'api-changed': Values & { field: string }
  'cors-changed': Values & { aspect: string; added: string[]; removed: string[] }
  'documentation-changed': { fields: string[] }
  'extensions-changed': { fields: string[] }
  'opaque-changed': { pointer: string }
  'name-changed': { kind: RecordKind; from: string; to: string }
  'record-added': { kind: RecordKind; label: string }
  'record-removed': { kind: RecordKind; label: string }
  'same-meaning': object
}

export type DeltaType = keyof DeltaPayloads

/**
 * `subject` names what the delta is about, for titles: `GET /gists`, `model Pet`. `location` is where the thing itself
 * stands; `before` and `after` are the nearest places there were and are, absent when the whole record was or is not there.
 */
export type Delta<T extends DeltaType = DeltaType> = {
  [K in T]: {
    readonly type: K
    readonly subject: string
    readonly location: Location
    readonly before?: Location
    readonly after?: Location
  } & Readonly<DeltaPayloads[K]>
}[T]

/** Where comparisons put what they find. `pathBefore` where the thing stood elsewhere in the record. */
export type Emit = <T extends DeltaType>(
  type: T,
  path: readonly (string | number)[],
  payload: DeltaPayloads[T],
  pathBefore?: readonly (string | number)[],
) => void
