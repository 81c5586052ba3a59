import {
  type ApiRecord,
  type Definition,
  definitionOf,
  type JsonObject,
  parseRecord,
  type RecordId,
  recordsOf,
} from '@penstock/model'
import { toAppError } from '@penstock/errors'
import { convertDocument } from './convert/convert-document.ts'
import { readAsOpenApi3 } from './convert/from-swagger2.ts'
import { writeLossless } from './export/write-lossless.ts'
import { detectFormat } from './format.ts'
import { createIdMaker, naturalNames } from './ids.ts'
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
import { type Format, Reporter } from './report.ts'
import { differences } from './residual.ts'
import { resolveReference } from './resolve.ts'

export interface ImportedValue {
  readonly records: Map<RecordId, ApiRecord>
  readonly report: Reporter
  readonly format: Format
  readonly operations: number
  /** Records without those that are only kept. */
  readonly mapped: number
}

/** A parsed document as records, by itself: what is there already only lends its ids and integrations. */
export function importValue(value: JsonObject, options: ImportOptions): ImportedValue {
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
  const scope: ImportScope = {
    id: createIdMaker(namesOf(existing, words)),
    report,
    records: new Map(),
    compatibility:
      options.compatibility ?? before?.compatibility ?? words?.compatibility ?? defaultCompatibility(source),
    strict: options.compatibility === 'aws',
    apiType: options.type ?? before?.type ?? words?.type ?? 'REST',
    basePath: '',
    resolve: (target) => resolveReference(document, target),
  }
  const operations = readRoot(scope, document, {
    dialect,
    version: dialect === format ? version : before?.openapiVersion,
    basepath: options.basepath ?? 'ignore',
    basePath: words?.basePath,
    existing,
    upstream: options.upstream,
  })
  const mapped = scope.records.size
  if (dialect === format && !report.failed) keepResidual(scope, source, format)
  if (words) applyWords(scope, words, existing)
  return { records: scope.records, report, format, operations, mapped }
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

function namesOf(existing: Definition | undefined, words: PenstockWords | undefined) {
  const names = existing ? naturalNames(existing) : new Map<string, RecordId>()
  for (const [name, id] of words?.ids ?? []) if (!names.has(name)) names.set(name, id)
  return names
}

/** Whatever export would not give back as it was becomes an opaque record, so that nothing is lost by construction. */
function keepResidual(scope: ImportScope, source: JsonObject, format: Format): void {
  const written = writeLossless(definitionOf(scope.records.values()), format, 'aws', [])
  for (const patch of differences(source, written)) {
    const reason = 'Has no place in our model of an API; kept as it is.'
    const id = scope.id('opaque', patch.pointer)
    scope.records.set(id, { kind: 'opaque', id, ...patch, reason })
    scope.report.kept(patch.pointer, patch.pointer.split('/').at(-1) || 'document', reason)
  }
}

/** Puts the records of `x-penstock` in place; one that is not valid is left out with a line in the report. */
function applyWords(scope: ImportScope, words: PenstockWords, existing: Definition | undefined): void {
  for (const [id, body] of Object.entries(words.records)) {
    try {
      const record = parseRecord({ ...(isObject(body) ? body : {}), id })
      const before = existing?.get(id)
      const environment = before?.kind === 'function' ? before.environment : undefined
      scope.records.set(id, record.kind === 'function' && environment ? { ...record, environment } : record)
    } catch (thrown) {
      const pointer = pointerOf(penstockRoot, 'records', id)
      scope.report.warning('invalid-record', pointer, penstockRoot, toAppError(thrown).message)
    }
  }
  for (const id of words.absent) scope.records.delete(id)
}
