import { type Integration, recordsOf } from '@penstock/model'
import type { Delta } from '../delta.ts'
import { deltasOf } from '../deltas-of.ts'
import { sameJson } from '../json.ts'
import { chainOf } from '../operation/route-path.ts'
import { pathShape } from '../operation/path-shape.ts'
import type { Claims } from './claims.ts'

/**
 * Renaming `{owner}` in a path renames the parameter in all that speaks of it: paths and methods below, and the
 * addresses and mappings of their integrations. A record that says nothing else that is new changed because of the path.
 */
export function claimForRenamedPaths(claims: Claims): void {
  const renamed = new Set<string>()
  for (const [from, to] of claims.orderedUpdates('resource'))
    if (from.pathPart !== to.pathPart && pathShape(from.pathPart) === pathShape(to.pathPart))
      renamed.add(to.id)
  if (renamed.size === 0) return
  const ownerOf = (resource: string) =>
    [...chainOf(claims.after, resource)].find(({ id }) => renamed.has(id))?.id
  for (const [from, to] of claims.orderedUpdates('resource')) {
    const owner = renamed.has(to.id) ? undefined : ownerOf(to.id)
    if (owner !== undefined && deltasOf(claims, from, to).every(isPathParameter)) claims.take(to.id, owner)
  }
  for (const [from, to] of claims.orderedUpdates('method')) {
    const owner = ownerOf(to.resource)
    if (owner !== undefined && deltasOf(claims, from, to).every(isPathParameter)) claims.take(to.id, owner)
  }
  const reworded = new Set<string>()
  for (const [from, to] of claims.orderedUpdates('integration'))
    if (sameJson(withoutNames(from), withoutNames(to))) reworded.add(to.id)
  if (reworded.size === 0) return
  for (const method of recordsOf(claims.after, 'method')) {
    if (method.integration === undefined || !reworded.has(method.integration)) continue
    const owner = ownerOf(method.resource)
    if (owner !== undefined) claims.take(method.integration, owner)
  }
}

function isPathParameter(delta: Delta): boolean {
  if (delta.type === 'parameter-renamed') return delta.in === 'path'
  if (delta.type === 'parameter-added' || delta.type === 'parameter-removed')
    return delta.parameter.in === 'path'
  return delta.type === 'same-meaning'
}

/** An integration as it is whatever path parameters are called. */
function withoutNames(integration: Integration): Integration {
  const { uri, requestParameters } = integration
  const sources = Object.entries(requestParameters ?? {}).map(
    ([target, source]) => [target, source.replace(/^(method\.request\.path)\..*$/, '$1')] as const,
  )
  return {
    ...integration,
    ...(uri === undefined ? {} : { uri: pathShape(uri) }),
    requestParameters: Object.fromEntries(sources),
  }
}
