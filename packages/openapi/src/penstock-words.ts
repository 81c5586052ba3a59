import type { Json, JsonObject, RecordId } from '@penstock/model'
import { operationKeys } from './import/paths.ts'
import { isObject, isStrings, own, put } from './json.ts'

/** The root member that says what neither OpenAPI nor Amazon has words for. */
export const penstockRoot = 'x-penstock'
/** In an operation: the id of its integration, where Amazon's words can't say it, or say it under another. */
export const penstockIntegration = 'x-penstock-integration'

/** Levels of checks, which authors write and `packages/lint` reads: part of the description like any other member. */
const levels = 'x-penstock-lint'

/** Whether a member of a record's rest is a note to the exporter, which no document says as it is. */
export function isHint(key: string): boolean {
  return key.startsWith('x-penstock-') && key !== levels
}

/** Whether an export with these extensions leaves a member of a record's rest out: plain OpenAPI has no words of Amazon's and ours. */
export function isLeftOut(key: string, extensions: 'penstock' | 'aws' | 'none'): boolean {
  return isHint(key) || (extensions === 'none' && (key === levels || key.startsWith('x-amazon-apigateway-')))
}

/** What `x-penstock` says, as far as it has the expected shape. */
export interface PenstockWords {
  readonly type?: 'REST' | 'HTTP' | 'WEBSOCKET'
  readonly compatibility?: 'native' | 'aws'
  readonly basePath?: string
  /** Bodies of records that the document does not imply, by id. */
  readonly records: JsonObject
  /** Records that the document implies and that are not there. */
  readonly absent: readonly RecordId[]
}

export function readPenstockWords(document: JsonObject): PenstockWords | undefined {
  const value = own(document, penstockRoot)
  if (!isObject(value)) return undefined
  const { type, compatibility, basePath, records, absent } = value
  return {
    ...(type === 'REST' || type === 'HTTP' || type === 'WEBSOCKET' ? { type } : {}),
    ...(compatibility === 'native' || compatibility === 'aws' ? { compatibility } : {}),
    ...(typeof basePath === 'string' ? { basePath } : {}),
    records: isObject(records) ? records : {},
    absent: isStrings(absent) ? absent : [],
  }
}

/** The document without our words, so that they are neither mapped nor kept as somebody else's. */
export function withoutPenstockWords(document: JsonObject): JsonObject {
  const { [penstockRoot]: _, ...rest } = document
  const { paths } = rest
  if (!isObject(paths)) return rest
  const out: JsonObject = {}
  for (const path of Object.keys(paths)) put(out, path, withoutInItem(paths[path]!))
  return { ...rest, paths: out }
}

function withoutInItem(item: Json): Json {
  if (!isObject(item)) return item
  const out: JsonObject = {}
  for (const key of Object.keys(item)) {
    const value = item[key]!
    if (key in operationKeys && isObject(value) && Object.hasOwn(value, penstockIntegration)) {
      const { [penstockIntegration]: _, ...operation } = value
      put(out, key, operation)
    } else put(out, key, value)
  }
  return out
}
