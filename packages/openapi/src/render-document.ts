import type { JsonObject } from '@penstock/model'
import { dump } from 'js-yaml'

/** The document as text: JSON with two spaces, or YAML without anchors, which people would not recognise as the same thing. */
export function renderDocument(document: JsonObject, as: 'json' | 'yaml'): string {
  if (as === 'json') return `${JSON.stringify(document, null, 2)}\n`
  // Behind a text that keeps its blank lines the writer says that the document ends; nothing follows it here.
  return dump(document, { noRefs: true, lineWidth: -1 }).replace(/\n\.\.\.\n$/, '\n')
}
