import { AppError } from '@penstock/errors'
import type { Definition } from '@penstock/model'
import type { ImportResult } from '@penstock/openapi'
import { readDocument } from './read-document.ts'

/** A description from a file as a definition; refuses with located diagnostics what can't be read. */
export async function openDocument(
  file: string,
): Promise<{ definition: Definition; imported: ImportResult }> {
  const [{ definitionOf }, { importDocument }] = await Promise.all([
    import('@penstock/model'),
    import('@penstock/openapi'),
  ])
  const imported = importDocument(await readDocument(file), {})
  if (!imported.ok) {
    const reason = `${file}: ${imported.refusal ?? 'not a description of an API'}`
    throw new AppError('IMPORT_REFUSED', {
      params: { reason },
      details: { diagnostics: imported.diagnostics },
    })
  }
  return { definition: definitionOf(imported.records), imported }
}
