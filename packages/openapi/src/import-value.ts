import {
  type ApiRecord,
  type Definition,
  type JsonObject,
  parseRecord,
  type RecordId,
  recordsOf,
} from '@penstock/model'
import { toAppError } from '@penstock/errors'
import { convertDocument } from './convert/convert-document.ts'
import { readAsOpenApi3 } from './convert/from-swagger2.ts'
import { detectFormat } from './format.ts'
import { createIdMaker, naturalNames } from './ids.ts'
import { keepResidual } from './import/keep-residual.ts'
import { readRoot } from './import/read-root.ts'
import type { ImportScope } from './import/scope.ts'
import type { ImportOptions } from './import-options.ts'
import { isObject } from './json.ts'
import { pointerOf } from './pointer.ts'
import {
  type PenstockWords,
  penstockRoot,
  readPenstockWords,
  withoutPenstockWords,
} from './penstock-words.ts'
import { renameIds } from './rename-ids.ts'
import { type Format, Reporter } from './report.ts'
import { resolveReference } from './resolve.ts'

export interface ImportedValue {
  readonly records: Map<RecordId, ApiRecord>
  readonly report: Reporter
  readonly format: Format
  readonly operations: number
  /** Records without those that are only kept. */
  readonly mapped: number
}

/**
 * A parsed document as records, by itself: what is there already only lends its ids and integrations. Without
 * `residual` it makes no opaque records, which saves writing the document once.
 */
export function importValue(value: JsonObject, options: ImportOptions, residual = true): ImportedValue {
  const report = new Reporter()
  const detected = detectFormat(value)
  if ('code' in detected) {
    report.diagnostics.push(detected)
    return { records: new Map(), report, format: 'oas31', operations: 0, mapped: 0 }
  }
  const { format, version, newer } = detected
  if (newer) {
    report.warning('newer-version', '/openapi', 'openapi', `OpenAPI ${version} is read by the rules of 3.1.`)
  }
  const words = readPenstockWords(value)
  const source = words ? withoutPenstockWords(value) : value
  const existing = options.mode === 'merge' || options.mode === 'overwrite' ? options.existing : undefined
  const [before] = existing ? recordsOf(existing, 'api') : []
  // A merge ends in one definition, which has one dialect: that of what is there.
  const dialect = options.mode === 'merge' && before ? (before.dialect ?? 'oas31') : format
  let document = format === 'swagger2' ? readAsOpenApi3(value) : value
  if (dialect !== format) document = convertDocument(document, format, dialect, report.diagnostics)
  const carried = defaultCompatibility(source)
  const scope: ImportScope = {
    // Our own words name records by natural ids; those that are there get theirs back in the end.
    id: createIdMaker(existing && !words ? naturalNames(existing) : undefined),
    report,
    records: new Map(),
    compatibility: options.compatibility ?? before?.compatibility ?? words?.compatibility ?? carried,
    strict: options.compatibility === 'aws',
    apiType: options.type ?? before?.type ?? words?.type ?? 'REST',
    basePath: '',
    resolve: (target) => resolveReference(document, target),
  }
  // A merge ends with what is there, so what is there may be referred to. Our own words name everything themselves.
  const lent = options.mode === 'merge' && existing && !words ? [...recordsOf(existing, 'authorizer')] : []
  const operations = readRoot(scope, document, {
    dialect,
    version: dialect === format ? version : before?.openapiVersion,
    basepath: options.basepath ?? 'ignore',
    basePath: words?.basePath,
    existing: words ? undefined : existing,
    amazon: carried === 'aws' || scope.compatibility === 'aws',
    upstream: options.upstream,
    lent,
  })
  const mapped = scope.records.size
  if (residual && dialect === format && !report.failed) {
    const answered = options.upstream !== undefined || existing !== undefined
    keepResidual(scope, source, { format, lent, answered })
  }
  const records = words ? applyWords(scope, words, existing) : scope.records
  return { records, report, format, operations, mapped }
}

/** `aws` for documents of API Gateway, `native` for all others. */
export function defaultCompatibility(document: JsonObject): 'native' | 'aws' {
  return carriesAmazon(document, 0) ? 'aws' : 'native'
}

/** Amazon's extensions stand at the root, in components, path items or operations: no deeper than four levels. */
function carriesAmazon(value: JsonObject, depth: number): boolean {
  for (const key of Object.keys(value)) {
    // An authtype alone describes a backend of Amazon's (S3, EC2, …), not an API of API Gateway.
    if (key.startsWith('x-amazon-apigateway-') && key !== 'x-amazon-apigateway-authtype') return true
    const child = value[key]
    if (depth < 3 && isObject(child) && carriesAmazon(child, depth + 1)) return true
  }
  return false
}

/**
 * Puts the records of `x-penstock` in place, under the ids that records of these names have already. One that is not
 * valid is left out with a line in the report.
 */
function applyWords(scope: ImportScope, words: PenstockWords, existing: Definition | undefined) {
  const records = new Map(scope.records)
  for (const [id, body] of Object.entries(words.records)) {
    try {
      records.set(id, parseRecord({ ...(isObject(body) ? body : {}), id }))
    } catch (thrown) {
      const pointer = pointerOf(penstockRoot, 'records', id)
      scope.report.warning('invalid-record', pointer, penstockRoot, toAppError(thrown).message)
    }
  }
  for (const id of words.absent) records.delete(id)
  if (!existing) return records
  const names = naturalNames(existing)
  const renamed = new Map(renameIds(records, (name) => names.get(name)))
  for (const record of recordsOf(renamed, 'function')) {
    const before = existing.get(record.id)
    // Exports leave the environment out: what is there stays.
    if (before?.kind === 'function' && before.environment && !record.environment) {
      renamed.set(record.id, { ...record, environment: before.environment })
    }
  }
  return renamed
}
