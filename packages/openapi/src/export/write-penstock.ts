import {
  type Api,
  type ApiRecord,
  canonicalize,
  type Definition,
  type Json,
  type JsonObject,
  kindOf,
  recordsOf,
  servedRecords,
} from '@penstock/model'
import { swaggerHint } from '../convert/swagger2-hints.ts'
import { defaultCompatibility, importValue } from '../import-value.ts'
import { partOrderHint } from '../import/amazon.ts'
import { isObject, put, sameJson } from '../json.ts'
import { penstockRoot } from '../penstock-words.ts'

/**
 * Adds `x-penstock`, so that importing the document gives the same records again, but for ids that nobody sees: what
 * the API is, and every record that the document alone does not bring back. What comes straight from an import needs
 * nothing of it, and gets nothing. The environment of functions may hold secrets and stays out. The definition has
 * natural ids already.
 */
export function writePenstock(definition: Definition, document: JsonObject): JsonObject {
  const [api] = recordsOf(definition, 'api')
  if (!api) return document
  const nature = natureOf(api, document)
  const draft = Object.keys(nature).length > 0 ? { ...document, [penstockRoot]: nature } : document
  const implied = importValue(draft, {}, false).records
  const used = new Set([...servedRecords(definition)].map(({ integration }) => integration))
  const records: JsonObject = {}
  for (const record of [...definition.values()].sort((a, b) => (a.id < b.id ? -1 : 1))) {
    // What is opaque is in the document itself, at its place; an integration that nothing uses answers nobody.
    if (record.kind === 'opaque' || (record.kind === 'integration' && !used.has(record.id))) continue
    const shown = withoutSecrets(record)
    const other = implied.get(record.id)
    if (!other || !means(other, shown)) put(records, record.id, bodyOf(shown))
  }
  const absent = [...implied.values()]
    .filter(({ id, kind }) => kind !== 'opaque' && !definition.has(id))
    .map(({ id }) => id)
    .sort()
  const words: JsonObject = {
    ...nature,
    ...(Object.keys(records).length > 0 ? { records } : {}),
    ...(absent.length > 0 ? { absent } : {}),
  }
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
  const { secrets = [] } = kindOf(record.kind)
  if (secrets.length === 0) return record
  const shown = Object.entries(record).filter(([field]) => !secrets.includes(field))
  return Object.fromEntries(shown) as unknown as ApiRecord
}

/** As `sameRecord`, but free where both share their values, as here nearly everything does. */
function means(a: ApiRecord, b: ApiRecord): boolean {
  const body = (record: ApiRecord) => canonicalize(withoutHints(record)) as unknown as JsonObject
  return sameJson(body(a), body(b))
}

/** Notes about how the source spelt something are no part of what a record means. */
function withoutHints(record: ApiRecord): ApiRecord {
  if (record.kind === 'method' && record.requestBody) {
    return { ...record, requestBody: without(record.requestBody, swaggerHint) }
  }
  if (record.kind === 'component' && isObject(record.value)) {
    return { ...record, value: without(record.value, swaggerHint) }
  }
  if (record.kind !== 'api' || !record.rest) return record
  const rest = without(record.rest, swaggerHint)
  for (const key of Object.keys(rest)) {
    const value: Json = rest[key]!
    if (isObject(value) && partOrderHint in value) rest[key] = without(value, partOrderHint)
  }
  return { ...record, rest }
}

function without(object: JsonObject, hint: string): JsonObject {
  const { [hint]: _, ...others } = object
  return others
}

function bodyOf(record: ApiRecord): JsonObject {
  const { id: _, ...body } = canonicalize(record)
  return body as unknown as JsonObject
}
