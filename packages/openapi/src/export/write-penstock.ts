import type { Definition, JsonObject } from '@penstock/model'
export function writePenstock(_definition: Definition, document: JsonObject): JsonObject {
  return document
}
