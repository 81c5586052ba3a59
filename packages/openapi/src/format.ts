import type { Diagnostic, JsonObject } from '@penstock/model'
import { own, textOf } from './json.ts'
import type { Format } from './report.ts'

export interface DetectedFormat {
  readonly format: Format
  /** As the document spells it, e.g. `3.0.1`. */
  readonly version: string
  /** Set for versions after 3.1, which are read by the rules of 3.1. */
  readonly newer: boolean
}

/** Which version a document speaks, from its root member `openapi` or `swagger`. */
export function detectFormat(document: JsonObject): DetectedFormat | Diagnostic {
  const openapi = own(document, 'openapi')
  const swagger = own(document, 'swagger')
  const version = textOf(openapi ?? swagger)
  if (openapi !== undefined && /^3(\.|$)/.test(version)) {
    const minor = Number(version.split('.')[1] ?? 0)
    return { format: minor === 0 ? 'oas30' : 'oas31', version, newer: minor > 1 }
  }
  if (openapi === undefined && swagger !== undefined && /^2(\.0)?$/.test(version)) {
    return { format: 'swagger2', version: '2.0', newer: false }
  }
  return {
    code: 'unknown-version',
    severity: 'error',
    message: version
      ? `Invalid OpenAPI input. Version "${version}" is not one that Penstock reads.`
      : 'Invalid OpenAPI input. The root has neither "openapi" nor "swagger".',
    location: { pointer: openapi === undefined ? (swagger === undefined ? '' : '/swagger') : '/openapi' },
    suggest: 'Give the version as openapi: 3.1.0, openapi: 3.0.3 or swagger: "2.0".',
  }
}
