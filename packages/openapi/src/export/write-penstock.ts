import {
  type Api,
  type ApiRecord,
  canonicalize,
  type Definition,
  type JsonObject,
  recordsOf,
  sameRecord,
} from '@penstock/model'
import { naturalId, naturalNames } from '../ids.ts'
import { defaultCompatibility, importValue } from '../import-value.ts'
import { put } from '../json.ts'
import { penstockRoot } from '../penstock-words.ts'
import type { Format } from '../report.ts'

/**
 * Adds `x-penstock`, so that importing the document gives equal records: what the API is, ids that are not natural
 * ones, and every record that the document alone does not bring back. What comes straight from an import needs none
 * of it, and gets none. The environment of functions may hold secrets and stays out.
 */
export function writePenstock(definition: Definition, document: JsonObject, format: Format): JsonObject {
  const [api] = recordsOf(definition, 'api')
  // Only the format of the definition brings its schemas back as they are.
  if (!api || format !== (api.dialect ?? 'oas31')) return document
  const words: JsonObject = { ...natureOf(api, document) }
  const ids: JsonObject = {}
  for (const [name, id] of [...naturalNames(definition)].sort(([a], [b]) => (a < b ? -1 : 1))) {
    if (naturalId(name) !== id) put(ids, name, id)
  }
  if (Object.keys(ids).length > 0) words['ids'] = ids
  const draft = Object.keys(words).length > 0 ? { ...document, [penstockRoot]: words } : document
  const implied = importValue(draft, {}).records
  const records: JsonObject = {}
  for (const record of [...definition.values()].sort((a, b) => (a.id < b.id ? -1 : 1))) {
    const shown = withoutSecrets(record)
    const other = implied.get(record.id)
    if (!other || !sameRecord(other, shown)) put(records, record.id, bodyOf(shown))
  }
  if (Object.keys(records).length > 0) words['records'] = records
  const absent = [...implied.keys()].filter((id) => !definition.has(id)).sort()
  if (absent.length > 0) words['absent'] = absent
  return Object.keys(words).length > 0 ? { ...document, [penstockRoot]: words } : document
}

function natureOf(api: Api, document: JsonObject): JsonObject {
  const { type = 'REST', compatibility = 'native', basePath } = api
  return {
    ...(type === 'REST' ? {} : { type }),
    ...(compatibility === defaultCompatibility(document) ? {} : { compatibility }),
    ...(basePath === undefined ? {} : { basePath }),
  }
}

function withoutSecrets(record: ApiRecord): ApiRecord {
  if (record.kind !== 'function') return record
  const { environment: _, ...shown } = record
  return shown
}

function bodyOf(record: ApiRecord): JsonObject {
  const { id: _, ...body } = canonicalize(record)
  return body as unknown as JsonObject
}
