import type { Api, Definition, Diagnostic, Location } from '@penstock/model'

/** What every step of a build reads, and where it reports. Nothing here outlives one build. */
export interface BuildContext {
  readonly definition: Definition
  readonly api: Api
  report(diagnostic: Diagnostic): void
  /** False when only the diagnostics are wanted: making examples is most of a build's work and reports nothing. */
  readonly examples: boolean
}

export function warning(code: string, message: string, location: Location, suggest?: string): Diagnostic {
  return { code, severity: 'warning', message, location, ...(suggest === undefined ? {} : { suggest }) }
}
