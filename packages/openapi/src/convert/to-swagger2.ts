import type { Diagnostic, JsonObject } from '@penstock/model'
export function writeAsSwagger2(document: JsonObject, _d: Diagnostic[]): JsonObject {
  return document
}
