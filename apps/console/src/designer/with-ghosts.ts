import { type ApiRecord, applyDiff, type Definition, emptyDiff } from '@penstock/model'

/** A definition with what was removed put back where it stood. */
export function withGhosts(definition: Definition, removed: readonly ApiRecord[]): Definition {
  if (removed.length === 0) return definition
  const added = Object.fromEntries(removed.map((record) => [record.id, record]))
  return applyDiff(definition, { ...emptyDiff, added })
}
