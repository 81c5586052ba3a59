/** A call as a person would make it: what code samples are written from and what try-it sends. */
export interface Call {
  readonly method: string
  /** Absolute, query included, already encoded. */
  readonly url: string
  readonly headers: readonly (readonly [name: string, value: string])[]
  readonly body: string | null
}

/** One language that calls are shown in. */
export interface Language {
  readonly id: string
  readonly label: string
  write(call: Call): string
}
