import type { Definition, Diagnostic, JsonObject } from '@penstock/model'
import { exportForAmazon } from './amazon/stage-export.ts'
import { writeLossless } from './export/write-lossless.ts'
import { writePenstock } from './export/write-penstock.ts'
import type { Extensions } from './export/write-scope.ts'
import type { Format } from './report.ts'

export interface ExportOptions {
  readonly format: Format
  readonly extensions: Extensions
  /** `amazon` reproduces what Amazon's export of a deployed stage says, and leaves out. Default: `lossless`. */
  readonly style?: 'lossless' | 'amazon'
  /** Of an `amazon` export: where the stage is served. */
  readonly stage?: { readonly name: string; readonly host: string }
  /** Gets a line for everything that the target format can't say. */
  readonly diagnostics?: Diagnostic[]
}

/**
 * The definition as a document. In the format that it was imported in, the JSON value is that of the source but for
 * what has been edited since. Values are shared with the records: treat the document as immutable.
 */
export function exportDocument(definition: Definition, options: ExportOptions): JsonObject {
  if (options.style === 'amazon') return exportForAmazon(definition, options)
  const { format, extensions, diagnostics = [] } = options
  const document = writeLossless(definition, format, extensions, diagnostics)
  return extensions === 'penstock' ? writePenstock(definition, document, format) : document
}
