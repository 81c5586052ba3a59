import { type Definition, definitionOf, type JsonObject } from '@penstock/model'
import { exportDocument } from './export-document.ts'
import { importDocument } from './import-document.ts'
import type { ImportOptions } from './import-options.ts'

/** Imports a document that must be accepted. */
export function imported(document: JsonObject | string, options?: ImportOptions) {
  const result = importDocument(typeof document === 'string' ? document : JSON.stringify(document), options)
  if (!result.ok) throw new Error(result.refusal)
  return { ...result, definition: definitionOf(result.records) }
}

/** The document again, in the version it came in. */
export function roundTrip(document: JsonObject): JsonObject {
  const { definition, report } = imported(document)
  return again(definition, report.format)
}

/** What a reader of the exported text gets. */
export function again(definition: Definition, format: 'oas31' | 'oas30' | 'swagger2'): JsonObject {
  return JSON.parse(JSON.stringify(exportDocument(definition, { format, extensions: 'penstock' })))
}

/** A document with these paths and nothing else. */
export function openapi(paths: JsonObject, rest: JsonObject = {}): JsonObject {
  return { openapi: '3.0.3', info: { title: 'Test', version: '1' }, paths, ...rest }
}

export const ok: JsonObject = { responses: { 200: { description: 'ok' } } }
