import type { Method, Resource } from '@penstock/model'
import type { Delta } from '../delta.ts'
import { deltasOf } from '../deltas-of.ts'
import { chainOf } from '../operation/route-path.ts'
import { type Claims, orderedUpdates } from './claims.ts'

/**
 * Renaming `{owner}` in a path renames the parameter in every method below it. A method whose record says nothing else
 * that is new changed because of the path.
 */
export function claimForRenamedPaths(claims: Claims): void {
  const renamed = new Set<string>()
  for (const [from, to] of orderedUpdates<Resource>(claims.diff, 'resource'))
    if (from.pathPart !== to.pathPart) renamed.add(to.id)
  if (renamed.size === 0) return
  for (const [from, to] of orderedUpdates<Method>(claims.diff, 'method')) {
    const owner = [...chainOf(claims.after, to.resource)].find((resource) => renamed.has(resource.id))
    if (owner && deltasOf(claims, from, to).every(isPathParameter)) claims.take(to.id, owner.id)
  }
}

function isPathParameter(delta: Delta): boolean {
  if (delta.type === 'parameter-renamed') return delta.in === 'path'
  if (delta.type === 'parameter-added' || delta.type === 'parameter-removed')
    return delta.parameter.in === 'path'
  return delta.type === 'same-meaning'
}
