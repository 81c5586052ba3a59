import type { Method, RecordId } from '@penstock/model'
import { pathShape } from '../operation/path-shape.ts'
import { routePath } from '../operation/route-path.ts'
import type { Claims } from './claims.ts'

/**
 * Methods that were removed and added again under another id, with a path that differs at most in the names of its
 * parameters: for callers they are the same operation. Two descriptions of one API look like this when `{id}` became
 * `{petId}`, since records from a description are known by their paths. New id → what it was.
 */
export function claimForMovedMethods(claims: Claims): Map<RecordId, Method> {
  const moved = new Map<RecordId, Method>()
  const gone = new Map<string, Method>()
  for (const method of claims.ordered('removed', 'method'))
    gone.set(`${method.httpMethod} ${pathShape(routePath(claims.before, method.resource))}`, method)
  if (gone.size === 0) return moved
  for (const method of claims.ordered('added', 'method')) {
    const key = `${method.httpMethod} ${pathShape(routePath(claims.after, method.resource))}`
    const before = gone.get(key)
    if (!before) continue
    gone.delete(key)
    moved.set(method.id, before)
    claims.speaksForItself(method.id)
    claims.take(before.id, method.id)
  }
  return moved
}
