import type { Diagnostic, JsonObject } from '@penstock/model'
import type { Format } from '../report.ts'
import { schemaTo30, schemaTo31 } from './between-30-and-31.ts'
import { rootTo30 } from './root-to-30.ts'
import { mapSchemas } from './map-schemas.ts'
import { fromSwagger2Dialect, toSwagger2Dialect } from './swagger2-dialect.ts'

const order: readonly Format[] = ['swagger2', 'oas30', 'oas31']

/**
 * An OpenAPI 3 shaped document with its schemas in another dialect, by way of the versions between. What the target
 * can't say is left out with a diagnostic. The input is not touched.
 */
export function convertDocument(
  document: JsonObject,
  from: Format,
  to: Format,
  diagnostics: Diagnostic[],
): JsonObject {
  let current = document
  let at = order.indexOf(from)
  const target = order.indexOf(to)
  const lost = (pointer: string, construct: string, version: string) => {
    diagnostics.push({
      code: 'not-in-target',
      severity: 'warning',
      message: `${version} has no word for ${construct}; it is left out.`,
      location: { pointer },
    })
  }
  while (at !== target) {
    if (at < target) current = at === 0 ? fromSwagger2Dialect(current) : to31(current)
    else current = at === 2 ? to30(current, lost) : toSwagger2Dialect(current, lost)
    at += at < target ? 1 : -1
  }
  return current
}

/** Told of everything that a target version can't say. */
export type Lost = (pointer: string, construct: string, version: string) => void

function to31(document: JsonObject): JsonObject {
  return { ...mapSchemas(document, schemaTo31), openapi: '3.1.0' }
}

function to30(document: JsonObject, lost: Lost): JsonObject {
  const mapped = mapSchemas(document, (schema, pointer) => schemaTo30(schema, pointer, lost))
  return { ...rootTo30(mapped, lost), openapi: '3.0.3' }
}
