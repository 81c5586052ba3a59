import { type Definition, type Diagnostic, type JsonObject, recordsOf } from '@penstock/model'
import { exportForAmazon } from './amazon/stage-export.ts'
import { convertDocument } from './convert/convert-document.ts'
import { writeAsSwagger2 } from './convert/to-swagger2.ts'
import { writeDocument } from './export/write-document.ts'
import { writePenstock } from './export/write-penstock.ts'
import type { Extensions } from './export/write-scope.ts'
import type { Format } from './report.ts'
import { applyPatches } from './residual.ts'

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
 * what has been edited since.
 */
export function exportDocument(definition: Definition, options: ExportOptions): JsonObject {
  if (options.style === 'amazon') return exportForAmazon(definition, options)
  const [api] = recordsOf(definition, 'api')
  const dialect = api?.dialect ?? 'oas31'
  const { format, extensions } = options
  let document = writeDocument(definition, extensions)
  if (extensions === 'penstock') document = writePenstock(definition, document)
  if (format !== dialect) document = convertDocument(document, dialect, format, options.diagnostics ?? [])
  if (format === 'swagger2') document = writeAsSwagger2(document, options.diagnostics ?? [])
  // The residual speaks of one format's pointers, so it can only be put back into that format.
  return format === dialect ? applyPatches(document, patchesOf(definition, extensions)) : document
}

function* patchesOf(definition: Definition, extensions: Extensions) {
  for (const opaque of recordsOf(definition, 'opaque')) {
    if (extensions === 'none' && opaque.pointer.includes('/x-amazon-apigateway-')) continue
    yield opaque
  }
}
