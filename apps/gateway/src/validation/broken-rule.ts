import type { ErrorObject } from './schema-engine.ts'

/** A place of a request and the keyword that it fails: what a log may know of it, since neither is a value. */
export interface BrokenRule {
  readonly in: string
  /** Name of a parameter, or a JSON Pointer into the body; empty for the whole of it. */
  readonly place: string
  /** A keyword of JSON Schema, or `JSON` for what can't be read. */
  readonly rule: string
}

const rulesMax = 20
const placeMax = 200

/** What failed and where, for the request log: in a length that no request can drive up, and without anything that was sent as a value. */
export function reasonOf(broken: readonly BrokenRule[]): string {
  const told = broken.slice(0, rulesMax).map(({ in: part, place, rule }) => {
    const at = place.length > placeMax ? `${place.slice(0, placeMax)}…` : place
    return `${part}${at === '' ? '' : ` ${at}`}: ${rule}`
  })
  const left = broken.length - told.length
  return left > 0 ? `${told.join('; ')}; and ${left} more` : told.join('; ')
}

export function brokenRule(part: string, { instancePath, keyword }: ErrorObject): BrokenRule {
  return { in: part, place: instancePath, rule: keyword }
}
