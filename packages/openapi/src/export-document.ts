import { type Definition, type Diagnostic, type JsonObject, recordsOf, type Route } from '@penstock/model'
import { exportForAmazon } from './amazon/stage-export.ts'
import { writeLossless } from './export/write-lossless.ts'
import { writePenstock } from './export/write-penstock.ts'
import type { Extensions } from './export/write-scope.ts'
import { withExportIds } from './export/with-export-ids.ts'
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
  const [api] = recordsOf(definition, 'api')
  // Only the definition's own format brings its schemas back as they are, so only there our words make sense.
  const ours = extensions === 'penstock' && format === (api?.dialect ?? 'oas31')
  const words = extensions === 'penstock' && !ours ? 'aws' : extensions
  const source = ours ? withExportIds(definition) : definition
  const document = writeLossless(source, format, words, diagnostics)
  if (ours) return writePenstock(source, document)
  for (const route of recordsOf(definition, 'route')) diagnostics.push(leftOut(route))
  return document
}

/** OpenAPI describes requests and answers, and no messages: only our own words say routes. */
function leftOut({ id, routeKey }: Route): Diagnostic {
  return {
    code: 'route-left-out',
    severity: 'warning',
    message: `OpenAPI has no words for the WebSocket route "${routeKey}": it is not in this document.`,
    location: { record: id },
    suggest: 'Export with Penstock’s extensions, in the format of the API.',
  }
}
