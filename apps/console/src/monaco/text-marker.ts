/** Something wrong at a place of a text; both numbers from 1. */
export interface TextMarker {
  readonly severity: 'error' | 'warning' | 'info'
  readonly message: string
  readonly line: number
  readonly column: number
  /** How many letters; without it as far as the word goes. */
  readonly length?: number
}
