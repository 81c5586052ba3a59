import type { Definition } from '@penstock/model'
import { naturalId } from '../ids.ts'
import { renameIds } from '../rename-ids.ts'
import { isAmazons } from './write-integration.ts'

/**
 * The definition under the ids that an export knows it by: what import finds again by its name has the id of that
 * name. An integration that operations name by its id keeps its own, whichever methods use it: what would change with
 * its users would change the export in places that nobody edited.
 */
export function withExportIds(definition: Definition): Definition {
  return renameIds(definition, (name, id) => {
    const record = definition.get(id)
    return record?.kind === 'integration' && !isAmazons(record) ? undefined : naturalId(name)
  })
}
