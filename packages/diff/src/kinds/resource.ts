import { type RecordId, recordsOf, type Resource } from '@penstock/model'
import { sameJson } from '../json.ts'
import { compareParameters } from '../operation/compare-parameters.ts'
import { readParameters } from '../operation/parameters.ts'
import { quietRenames } from '../operation/quiet-renames.ts'
import { chainOf, routePath } from '../operation/route-path.ts'
import { changedFields, type KindComparison } from './comparison.ts'

export const resourceComparison: KindComparison<Resource> = {
  compare({ before, after, from, to, emit }) {
    const moved = from.pathPart !== to.pathPart || from.parent !== to.parent
    if (moved)
      emit('path-changed', ['pathPart'], { from: routePath(before, from.id), to: routePath(after, to.id) })
    if (!sameJson(from.parameters, to.parameters))
      compareParameters(
        { before, after, emit: moved ? quietRenames(emit) : emit },
        readParameters(from.parameters, before),
        readParameters(to.parameters, after),
      )
    const words = changedFields(from, to, ['summary', 'description', 'declared', 'servers'])
    if (words.length) emit('documentation-changed', [words[0]!], { fields: words })
    if (changedFields(from, to, ['rest']).length)
      emit('extensions-changed', ['rest'], { fields: ['extensions'] })
  },
  /** Methods of the resource and of all below it. */
  *affects(definition, resource): Generator<RecordId> {
    for (const method of recordsOf(definition, 'method'))
      for (const above of chainOf(definition, method.resource))
        if (above.id === resource.id) {
          yield method.id
          break
        }
  },
  subject: (definition, resource) => routePath(definition, resource.id),
  place: (definition, resource) => ({ path: routePath(definition, resource.id) }),
}
