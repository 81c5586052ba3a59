import type { ApiRecord, Diagnostic } from '@penstock/model'
import { mergeDefinitions, overwriteDefinition } from './import/merge.ts'
import type { ImportOptions } from './import-options.ts'
import { importValue } from './import-value.ts'
import { defaultLimits, readDocument } from './read/read-document.ts'
import { type ImportReport, Reporter } from './report.ts'

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
  if (!read.document) {
    const [first] = read.diagnostics
    const report = new Reporter().finish('oas31', 0, 0)
    return { records: [], report, diagnostics: [...read.diagnostics], ok: false, refusal: sentenceOf(first) }
  }
  const { records, report, format, operations, mapped } = importValue(read.document, options)
  const { diagnostics } = report
  const refusal = refusalOf(report, options)
  if (refusal !== undefined) {
    return { records: [], report: report.finish(format, operations, 0), diagnostics, ok: false, refusal }
  }
  const { existing, mode } = options
  const merged =
    existing && mode === 'merge'
      ? mergeDefinitions(existing, records)
      : existing && mode === 'overwrite'
        ? overwriteDefinition(existing, records)
        : records
  return {
    records: [...merged.values()],
    report: report.finish(format, operations, mapped),
    diagnostics,
    ok: true,
  }
}

function refusalOf(report: Reporter, options: ImportOptions): string | undefined {
  const errors = report.diagnostics.filter(({ severity }) => severity === 'error')
  const [first] = errors
  if (errors.length === 1 && first?.message.startsWith('Invalid OpenAPI input.')) return sentenceOf(first)
  if (errors.length > 0) return `Errors found during import:${list(errors)}`
  const warnings = report.diagnostics.filter(({ severity }) => severity === 'warning')
  if (options.failOnWarnings && warnings.length > 0) return `Warnings found during import:${list(warnings)}`
  return undefined
}

/** Refusals name the first twenty; the diagnostics have them all. */
function list(diagnostics: readonly Diagnostic[]): string {
  const lines = diagnostics.slice(0, 20).map(({ message }) => `\n\t${message}`)
  const more = diagnostics.length - lines.length
  return lines.join('') + (more > 0 ? `\n\tand ${more} more` : '')
}

function sentenceOf(diagnostic: Diagnostic | undefined): string {
  if (!diagnostic) return 'Invalid OpenAPI input.'
  const { line, column } = diagnostic.location
  return line === undefined
    ? diagnostic.message
    : `${diagnostic.message} Line ${line}, column ${column ?? 1}.`
}
