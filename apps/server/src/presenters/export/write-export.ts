import type { Definition } from '@penstock/model'
import { type ExportOptions, exportDocument, renderDocument } from '@penstock/openapi'

export interface ExportText extends Pick<ExportOptions, 'format' | 'extensions' | 'style' | 'stage'> {
  readonly as: 'json' | 'yaml'
}

/** A definition as the text of a description. */
export function writeExport(definition: Definition, { as, ...options }: ExportText): string {
  return renderDocument(exportDocument(definition, options), as)
}
