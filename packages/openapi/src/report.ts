import type { Diagnostic } from '@penstock/model'

/** The version of OpenAPI that a document speaks, or that an export is asked for. */
export type Format = 'oas31' | 'oas30' | 'swagger2'

export interface ReportLine {
  /** Where it stands in the document; the first place when there are several. */
  readonly pointer: string
  readonly construct: string
  readonly reason: string
  /** How many places have it; absent for one. */
  readonly count?: number
}

/** What became of every construct of an imported document. */
export interface ImportReport {
  readonly format: Format
  readonly operations: number
  /** Records made of the document, without those that are only kept. */
  readonly mapped: number
  /** Kept for export, without effect on traffic. */
  readonly kept: ReportLine[]
  /** Asked for something that Penstock does not do; the reason says what happens instead. */
  readonly refused: ReportLine[]
  readonly warnings: ReportLine[]
}

/** Gathers the report and the diagnostics of one import. Lines of one construct and reason become one line. */
export class Reporter {
  readonly diagnostics: Diagnostic[] = []
  readonly #kept = new Map<string, ReportLine & { count: number }>()
  readonly #refused = new Map<string, ReportLine & { count: number }>()
  readonly #warnings: ReportLine[] = []

  kept(pointer: string, construct: string, reason: string): void {
    gather(this.#kept, pointer, construct, reason)
  }

  refused(pointer: string, construct: string, reason: string): void {
    gather(this.#refused, pointer, construct, reason)
  }

  warning(code: string, pointer: string, construct: string, message: string): void {
    this.#warnings.push({ pointer, construct, reason: message })
    this.diagnostics.push({ code, severity: 'warning', message, location: { pointer } })
  }

  error(code: string, pointer: string, message: string): void {
    this.diagnostics.push({ code, severity: 'error', message, location: { pointer } })
  }

  get failed(): boolean {
    return this.diagnostics.some((diagnostic) => diagnostic.severity === 'error')
  }

  finish(format: Format, operations: number, mapped: number): ImportReport {
    return {
      format,
      operations,
      mapped,
      kept: linesOf(this.#kept),
      refused: linesOf(this.#refused),
      warnings: this.#warnings,
    }
  }
}

function gather(
  lines: Map<string, ReportLine & { count: number }>,
  pointer: string,
  construct: string,
  reason: string,
) {
  const key = `${construct}\n${reason}`
  const line = lines.get(key)
  if (line) lines.set(key, { ...line, count: line.count + 1 })
  else lines.set(key, { pointer, construct, reason, count: 1 })
}

function linesOf(lines: Map<string, ReportLine & { count: number }>): ReportLine[] {
  return [...lines.values()].map(({ count, ...line }) => (count === 1 ? line : { ...line, count }))
}
