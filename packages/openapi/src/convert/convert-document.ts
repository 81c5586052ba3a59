import type { Diagnostic, JsonObject } from '@penstock/model'
import type { Format } from '../report.ts'
export function convertDocument(
  document: JsonObject,
  _from: Format,
  _to: Format,
  _d: Diagnostic[],
): JsonObject {
  return document
}
