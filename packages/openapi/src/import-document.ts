import {
  type Api,
  type ApiRecord,
  type Definition,
  type Diagnostic,
  definitionOf,
  type JsonObject,
  recordsOf,
} from '@penstock/model'
import { convertDocument } from './convert/convert-document.ts'
import { readAsOpenApi3 } from './convert/from-swagger2.ts'
import { exportDocument } from './export-document.ts'
import { detectFormat } from './format.ts'
import { createIdMaker, naturalNames } from './ids.ts'
import { mergeDefinitions, overwriteDefinition } from './import/merge.ts'
import { readRoot } from './import/read-root.ts'
import type { ImportScope } from './import/scope.ts'
import { isObject } from './json.ts'
import { defaultLimits, type ReadLimits, readDocument } from './read/read-document.ts'
import { type Format, type ImportReport, Reporter } from './report.ts'
import { differences } from './residual.ts'
import { resolveReference } from './resolve.ts'

export interface ImportOptions {
  /** What becomes of the server's path: left out (default), put before every route, or put there without its first segment. */
  readonly basepath?: 'ignore' | 'prepend' | 'split'
  readonly failOnWarnings?: boolean
  /** Defaults to `aws` where the document carries `x-amazon-apigateway-*`. */
  readonly compatibility?: 'native' | 'aws'
  readonly type?: 'REST' | 'HTTP' | 'WEBSOCKET'
  /** What is there already: its records keep their ids. */
  readonly existing?: Definition
  /** `merge` keeps what the document does not mention, `overwrite` removes it. */
  readonly mode?: 'create' | 'merge' | 'overwrite'
  /** Base URL that methods without an integration are sent to; without it they answer from examples. */
  readonly upstream?: string
  readonly limits?: Partial<ReadLimits>
}

export interface ImportResult {
  /** The whole definition after the import; empty when it was refused. */
  readonly records: ApiRecord[]
  readonly report: ImportReport
  readonly diagnostics: Diagnostic[]
  readonly ok: boolean
  /** Why it was refused, for IMPORT_REFUSED. */
  readonly refusal?: string
}

/**
 * A description as records. A bad one comes back with diagnostics and `ok: false`; only the limits throw
 * (IMPORT_TOO_LARGE, IMPORT_TOO_COMPLEX). Nothing is fetched: `$ref`s stay as they are.
 */
export function importDocument(text: string, options: ImportOptions = {}): ImportResult {
  const read = readDocument(text, { ...defaultLimits, ...options.limits })
  if (!read.document) return refused('oas31', read.diagnostics)
  const detected = detectFormat(read.document)
  if ('code' in detected) return refused('oas31', [detected])
  const { format, version, newer } = detected
  const report = new Reporter()
  if (newer) {
    report.warning('newer-version', '/openapi', 'openapi', `OpenAPI ${version} is read by the rules of 3.1.`)
  }

  const existing = options.mode === 'merge' || options.mode === 'overwrite' ? options.existing : undefined
  const [before] = existing ? recordsOf(existing, 'api') : []
  const mergeInto = options.mode === 'merge' && before ? (before.dialect ?? 'oas31') : format
  let document = format === 'swagger2' ? readAsOpenApi3(read.document) : read.document
  if (mergeInto !== format) document = convertDocument(document, format, mergeInto, report.diagnostics)

  const scope: ImportScope = {
    id: createIdMaker(existing ? naturalNames(existing) : undefined),
    report,
    records: new Map(),
    compatibility: options.compatibility ?? before?.compatibility ?? defaultCompatibility(document),
    strict: options.compatibility === 'aws',
    apiType: options.type ?? before?.type ?? 'REST',
    basePath: '',
    resolve: (value) => resolveReference(document, value),
  }
  const operations = readRoot(scope, document, {
    dialect: mergeInto,
    version: mergeInto === format ? version : before?.openapiVersion,
    basepath: options.basepath ?? 'ignore',
    existing,
    upstream: options.upstream,
  })
  const refusal = refusalOf(report, options)
  if (refusal !== undefined) {
    return {
      records: [],
      report: report.finish(format, operations, 0),
      diagnostics: report.diagnostics,
      ok: false,
      refusal,
    }
  }

  const mapped = scope.records.size
  if (mergeInto === format) keepResidual(scope, read.document, format)
  const imported = scope.records
  const merged = !existing
    ? imported
    : options.mode === 'merge'
      ? mergeDefinitions(existing, imported)
      : overwriteDefinition(existing, imported)
  return {
    records: [...merged.values()],
    report: report.finish(format, operations, mapped),
    diagnostics: report.diagnostics,
    ok: true,
  }
}

/** Whatever export would not give back as it was becomes an opaque record, so that nothing is lost by construction. */
function keepResidual(scope: ImportScope, source: JsonObject, format: Format): void {
  const written = exportDocument(definitionOf(scope.records.values()), { format, extensions: 'aws' })
  for (const patch of differences(source, written)) {
    const reason = 'Has no place in our model of an API; kept as it is.'
    scope.records.set(scope.id('opaque', patch.pointer), {
      kind: 'opaque',
      id: scope.id('opaque', patch.pointer),
      ...patch,
      reason,
    })
    scope.report.kept(patch.pointer, patch.pointer.split('/').at(-1) || 'document', reason)
  }
}

function defaultCompatibility(document: JsonObject): Api['compatibility'] & string {
  return carriesAmazon(document, 0) ? 'aws' : 'native'
}

/** Amazon's extensions stand at the root, in components, path items or operations: no deeper than four levels. */
function carriesAmazon(value: JsonObject, depth: number): boolean {
  for (const key of Object.keys(value)) {
    // An authtype alone describes a backend of Amazon's (the descriptions of S3, EC2, …), not an API of API Gateway.
    if (key.startsWith('x-amazon-apigateway-') && key !== 'x-amazon-apigateway-authtype') return true
    const child = value[key]
    if (depth < 3 && isObject(child) && carriesAmazon(child, depth + 1)) return true
  }
  return false
}

function refusalOf(report: Reporter, options: ImportOptions): string | undefined {
  const said = (severity: string) =>
    report.diagnostics.filter((diagnostic) => diagnostic.severity === severity).map(({ message }) => message)
  if (report.failed) return `Errors found during import:\n\t${said('error').join('\n\t')}`
  const warnings = said('warning')
  if (options.failOnWarnings && warnings.length > 0)
    return `Warnings found during import:\n\t${warnings.join('\n\t')}`
  return undefined
}

function refused(format: Format, diagnostics: readonly Diagnostic[]): ImportResult {
  const report = new Reporter().finish(format, 0, 0)
  return { records: [], report, diagnostics: [...diagnostics], ok: false, refusal: diagnostics[0]?.message }
}
