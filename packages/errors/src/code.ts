/**
 * Whose fault an error is. It decides who reads about it: `client` sees what to change, `operator` is asked to look
 * at the installation, `upstream` names a backend, `penstock` is a defect of ours and is worth a report.
 */
export type Fault = 'client' | 'operator' | 'upstream' | 'penstock'

export interface CodeDefinition {
  /** HTTP status of the answer that carries this error. */
  readonly status: number
  readonly fault: Fault
  /** Public sentence; `{name}` is replaced from the error's parameters. Says what happened and what to do. */
  readonly message: string
}

/** Keeps each code's literal type, so that `ErrorCode` is a union and not `string`. */
export function defineCodes<const T extends Record<string, CodeDefinition>>(codes: T): T {
  return codes
}
