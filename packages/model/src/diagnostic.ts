import type { RecordId } from './records.ts'

export type Severity = 'error' | 'warning' | 'info'

/** Where in a definition or a document something is. At least one of the members is set. */
export interface Location {
  readonly record?: RecordId
  /** Path inside the record. */
  readonly path?: readonly (string | number)[]
  /** JSON pointer into the imported document. */
  readonly pointer?: string
  readonly line?: number
  readonly column?: number
}

/** What is wrong with a document, where, and what would mend it. Documents never throw. */
export interface Diagnostic {
  /** Stable, kebab-case, e.g. `dangling-reference`. */
  readonly code: string
  readonly severity: Severity
  readonly message: string
  readonly location: Location
  readonly suggest?: string
}
