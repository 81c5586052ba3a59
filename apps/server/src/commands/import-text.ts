import type { KeptText } from '@penstock/openapi/live'
import type { ApiModel } from '@penstock/prisma'
import type { Executor } from '../store/executor.ts'
import { putTextParts, readTextParts, removeTextParts } from '../store/text-parts.ts'

/**
 * Keeps how an imported description is written. One in YAML says it of what it speaks of, and of all where it replaces
 * the draft; one in JSON has no comments to say, so that those that are there stay.
 */
export async function importText(
  tx: Executor,
  api: ApiModel,
  { syntax, parts }: KeptText,
  mode: 'create' | 'merge' | 'overwrite',
): Promise<void> {
  const version = api.textVersion + 1
  const there = (await readTextParts(tx, api.id)).map(({ place }) => place)
  if (syntax === 'yaml') await removeTextParts(tx, api.id, mode === 'merge' ? [''] : there)
  const known = new Set(there)
  await putTextParts(
    tx,
    api.id,
    version,
    syntax === 'yaml' ? parts : parts.filter(({ place }) => !known.has(place)),
  )
  await tx.api.update({
    where: { id: api.id },
    data: { textVersion: version, ...(mode === 'merge' ? {} : { textSyntax: syntax }) },
  })
}
