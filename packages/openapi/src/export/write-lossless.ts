import { type Definition, type Diagnostic, type JsonObject, recordsOf } from '@penstock/model'
import { convertDocument } from '../convert/convert-document.ts'
import { writeAsSwagger2 } from '../convert/to-swagger2.ts'
import type { Format } from '../report.ts'
import { applyPatches } from '../residual.ts'
import { writeDocument } from './write-document.ts'
import type { Extensions, WriteScope } from './write-scope.ts'

/** The definition in any format; in its own one with what the source said on top of what we would write. */
export function writeLossless(
  definition: Definition,
  format: Format,
  extensions: Extensions,
  diagnostics: Diagnostic[],
  scope?: WriteScope,
): JsonObject {
  const [api] = recordsOf(definition, 'api')
  const dialect = api?.dialect ?? 'oas31'
  let document = writeDocument(definition, extensions, scope)
  if (format !== dialect) document = convertDocument(document, dialect, format, diagnostics)
  if (format === 'swagger2') document = writeAsSwagger2(document, diagnostics)
  // The residual speaks of one format's pointers, so it can only be put back into that format.
  return format === dialect ? applyPatches(document, patchesOf(definition, extensions)) : document
}

function* patchesOf(definition: Definition, extensions: Extensions) {
  for (const opaque of recordsOf(definition, 'opaque')) {
    if (extensions === 'none' && opaque.pointer.includes('/x-amazon-apigateway-')) continue
    yield opaque
  }
}
