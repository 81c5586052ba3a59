import { type Definition, type Diagnostic, type RecordId, recordsOf } from '@penstock/model'
import { ownerOf } from '../edits/references.ts'
import { outlineGroup } from '../outline-rows.ts'
import { type DefinitionMarks, marksOf, rolledUp } from './problem-marks.ts'

/** The marks of a definition's nodes, and of the groups of the outline, with what each holds. */
export function definitionMarks(definition: Definition, problems: readonly Diagnostic[]): DefinitionMarks {
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
    const record = definition.get(id)
    if (!record || record === api) return null
    return shown(ownerOf(record) ?? undefined) ?? outlineGroup(record.kind)
  }
  return { own, held: rolledUp(own, above) }
}
