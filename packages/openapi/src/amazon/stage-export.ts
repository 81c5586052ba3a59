import type { Definition, JsonObject } from '@penstock/model'
import type { ExportOptions } from '../export-document.ts'
export function exportForAmazon(_definition: Definition, _options: ExportOptions): JsonObject {
  return {}
}
