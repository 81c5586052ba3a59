import type { Verdict } from '@penstock/diff'
import type { Json, JsonObject } from '@penstock/model'

/** What a reader of the portal sees first: everything by name, nothing in detail. */
export interface PortalIndex {
  readonly slug: string
  readonly title: string
  /** `info.version` of the description. */
  readonly version: string | null
  /** Markdown, as the API's author wrote it. */
  readonly description: string | null
  readonly stage: string
  readonly stages: readonly string[]
  /** Number of the deployment that all of this is of. */
  readonly deployment: number
  readonly deployedAt: string
  /** Where the stage is called. */
  readonly url: string
  readonly authentication: readonly PortalAuthentication[]
  readonly groups: readonly PortalGroup[]
  readonly operations: number
  /** Names of the schemas, sorted. */
  readonly schemas: readonly string[]
}

export interface PortalAuthentication {
  readonly name: string
  /** The OpenAPI security scheme object. */
  readonly scheme: JsonObject
  /** False where operations are served to callers that do not sign in by it. */
  readonly isChecked: boolean
}

export interface PortalGroup {
  readonly name: string
  readonly description: string | null
  readonly operations: readonly PortalOperationSummary[]
}

export interface PortalOperationSummary {
  readonly id: string
  readonly method: string
  readonly path: string
  readonly summary: string | null
  readonly operationId: string | null
  readonly deprecated: boolean
}

/** One operation in full. References to parameters, responses, headers and examples are resolved; those to schemas stay. */
export interface PortalOperation extends PortalOperationSummary {
  readonly description: string | null
  readonly tags: readonly string[]
  /** Names of authentication schemes, one of which is enough; an empty inner list means none is needed. */
  readonly security: readonly (readonly string[])[]
  /** Those of these names that the gateway lets everybody pass without. */
  readonly unchecked: readonly string[]
  readonly parameters: readonly JsonObject[]
  readonly requestBody: JsonObject | null
  readonly responses: readonly { readonly status: string; readonly response: JsonObject }[]
  /** Schemas that are reached from here by `$ref`, nearest first and bounded; the others can be asked for by name. */
  readonly schemas: Readonly<Record<string, Json>>
}

/** What one deployment changed for the callers of an API. */
export interface PortalRelease {
  /** Of the deployment. */
  readonly id: string
  readonly version: number
  readonly deployedAt: string
  /** The earlier version that it serves again, where it is a rollback to one of this stage. */
  readonly backTo: number | null
  /** The rollback that it took back at once. Both changed nothing together, so this stands for both and has no changes. */
  readonly undid: number | null
  /** Breaking ones first. Empty for the first version, and where only the documentation changed. */
  readonly changes: readonly PortalChange[]
  /** What changes no request and no answer. */
  readonly documentation: readonly PortalChange[]
}

export interface PortalChange {
  readonly title: string
  readonly action: 'added' | 'changed' | 'removed'
  readonly verdict: Verdict
  /** What that means, a sentence each. */
  readonly details: readonly string[]
}

/** The changelog of a stage, newest first. */
export interface PortalChangelog {
  readonly stage: string
  /** Address of the same as an Atom feed. */
  readonly feed: string
  readonly releases: readonly PortalRelease[]
}
