import type { JsonObject } from '@penstock/model'
export function readAsOpenApi3(document: JsonObject): JsonObject {
  return document
}
