import type { RecordId } from '@penstock/model'
import type { Change } from './types.ts'

/** A method that a change touches. */
export interface TouchedRoute {
  readonly id: RecordId
  /** The id that it had before, where it came back under another: what is known of its use is known under this one. */
  readonly earlier?: RecordId
}

/**
 * What the changes of one plan touch, each by itself: the methods that it removes or edits, those that use the record
 * (through integrations, validators, authorizers, models and whatever refers to them), and for settings of the API all. Changes with one list of methods have one list here.
 */
export function touchedRoutes(changes: readonly Change[]): Map<Change['id'], readonly TouchedRoute[]> {
  const earlier = new Map<RecordId, RecordId>()
  for (const { kind, record, also } of changes)
    if (kind === 'method')
      for (const other of also)
        if (other.kind === 'method' && other.action === 'removed') earlier.set(record, other.record)
  const told = new Map<readonly RecordId[], readonly TouchedRoute[]>()
  const tell = (affects: readonly RecordId[]) => {
    const routes = affects.map((route) => {
      const before = earlier.get(route)
      return before === undefined ? { id: route } : { id: route, earlier: before }
    })
    told.set(affects, routes)
    return routes
  }
  return new Map(changes.map(({ id, affects }) => [id, told.get(affects) ?? tell(affects)]))
}
