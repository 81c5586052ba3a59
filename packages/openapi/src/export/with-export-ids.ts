import type { Definition } from '@penstock/model'
import { naturalId } from '../ids.ts'
import { componentHint } from '../integration-keys.ts'
import { renameIds } from '../rename-ids.ts'

/**
 * The definition under the ids that an export knows it by: what import finds again by its name has the id of that
 * name. An integration keeps its own, whichever methods use it: what would change with its users would change the export
 * in places that nobody edited.
 */
export function withExportIds(definition: Definition): Definition {
  return renameIds(definition, (name, id) => {
    const record = definition.get(id)
    const isNamed = record?.kind !== 'integration' || record.rest?.[componentHint] !== undefined
    return isNamed ? naturalId(name) : undefined
  })
}
