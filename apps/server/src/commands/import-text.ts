import { keptMax, type KeptPart, type KeptText, sizeOf } from '@penstock/openapi/live'
import type { ImportReport } from '@penstock/openapi'
import type { ApiModel } from '@penstock/prisma'
import type { Executor } from '../store/executor.ts'
import { putTextParts, readTextParts, removeTextParts } from '../store/text-parts.ts'

/**
 * Keeps how an imported description is written. One in YAML says it of what it speaks of, and of all where it replaces
 * the draft; one in JSON has no comments to say, so that those that are there stay. Answers how many parts are not kept,
 * since all that is kept of an API would be too much with them.
 */
export async function importText(
  tx: Executor,
  api: ApiModel,
  { syntax, parts }: KeptText,
  mode: 'create' | 'merge' | 'overwrite',
): Promise<number> {
  const version = api.textVersion + 1
  const there = new Map((await readTextParts(tx, api.id)).map((part) => [part.place, part]))
  const gone = syntax === 'json' ? [] : mode === 'merge' ? [''] : [...there.keys()]
  const said = syntax === 'yaml' ? parts : parts.filter(({ place }) => !there.has(place))
  await removeTextParts(tx, api.id, gone)
  for (const place of gone) there.delete(place)
  const fitting = fittingWith(there, said)
  await putTextParts(tx, api.id, version, fitting)
  await tx.api.update({
    where: { id: api.id },
    data: { textVersion: version, ...(mode === 'merge' ? {} : { textSyntax: syntax }) },
  })
  return said.length - fitting.length
}

/** The report of an import with what is not kept of its comments: they are kept up to a limit. */
export function withTextLeft(report: ImportReport, left: number): ImportReport {
  if (left === 0) return report
  const what = left === 1 ? 'one member' : `${left} members`
  const reason =
    `The comments of ${what} are not kept: they are longer than the text of an API may be, can't be read alone, ` +
    'or tell secrets.'
  return { ...report, warnings: [...report.warnings, { pointer: '', construct: 'comments', reason }] }
}

/** Those that there is room for beside what is kept; what takes the place of something may be as large as that. */
function fittingWith(there: ReadonlyMap<string, KeptPart>, parts: readonly KeptPart[]): readonly KeptPart[] {
  let size = 0
  for (const part of there.values()) size += sizeOf(part)
  return parts.filter((part) => {
    const before = there.get(part.place)
    const grown = sizeOf(part) - (before ? sizeOf(before) : 0)
    if (grown > 0 && size + grown > keptMax) return false
    size += grown
    return true
  })
}
