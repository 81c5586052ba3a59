import type { Definition } from '@penstock/model'
import { type ExportOptions, exportDocument, renderDocument } from '@penstock/openapi'
import { type KeptPart, renderKept } from '@penstock/openapi/live'

export interface ExportText extends Pick<ExportOptions, 'format' | 'extensions' | 'style' | 'stage'> {
  readonly as: 'json' | 'yaml'
  /** How the definition's text is written, for YAML. */
  readonly parts?: readonly KeptPart[]
}

/** A definition as the text of a description. */
export function writeExport(definition: Definition, { as, parts = [], ...options }: ExportText): string {
  const document = exportDocument(definition, options)
  return as === 'yaml' && parts.length > 0
    ? renderKept(document, parts, definition)
    : renderDocument(document, as)
}
