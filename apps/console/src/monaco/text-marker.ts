/** Something wrong at a place of a text; both numbers from 1. */
export interface TextMarker {
  readonly severity: 'error' | 'warning'
  readonly message: string
  readonly line: number
  readonly column: number
}
