import { type Definition, type Diagnostic, type RecordId, recordsOf } from '@penstock/model'
import { ownerOf } from '../edits/references.ts'
import { outlineGroup } from '../outline-rows.ts'
import { type Grouping, groupOfTag, tagOf, tagOfGroup } from '../tags.ts'
import { type DefinitionMarks, marksOf, rolledUp } from './problem-marks.ts'

/** The marks of a definition's nodes, and of the groups of tags and of the outline, with what each holds. */
export function definitionMarks(
  definition: Definition,
  problems: readonly Diagnostic[],
  grouping: Grouping = 'path',
): DefinitionMarks {
  const [api] = recordsOf(definition, 'api')
  const root = [...recordsOf(definition, 'resource')].find(({ parent }) => parent === null)
  // The root of the paths is drawn as the API itself.
  const shown = (id: RecordId | undefined) => (api && id === root?.id ? api.id : id)
  const own = marksOf(
    problems.map((problem) => {
      const record = shown(problem.location.record)
      return record === problem.location.record || record === undefined
        ? problem
        : { ...problem, location: { record } }
    }),
  )
  const above = (id: RecordId): RecordId | null => {
    if (tagOfGroup(id) !== null) return api?.id ?? null
    const record = definition.get(id)
    if (!record || record === api) return null
    // Grouped by tag, paths are not drawn: the API answers for them.
    if (grouping === 'tag' && record.kind === 'method') return groupOfTag(tagOf(record))
    if (grouping === 'tag' && record.kind === 'resource') return api?.id ?? null
    return shown(ownerOf(record) ?? undefined) ?? outlineGroup(record.kind)
  }
  return { own, held: rolledUp(own, above) }
}
