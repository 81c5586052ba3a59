import { type Definition, find, type Method, pathOf, type RecordId } from '@penstock/model'

/** Path of a resource for people; `?` when it leads to no root. */
export function routePath(definition: Definition, resource: RecordId): string {
  return pathOf(definition, resource) ?? '?'
}

/** `GET /repos/{owner}`. */
export function routeName(definition: Definition, method: Method): string {
  return `${method.httpMethod} ${routePath(definition, method.resource)}`
}

/** The resource and those above it, nearest first. */
export function* chainOf(definition: Definition, resource: RecordId | null) {
  let current = find(definition, 'resource', resource)
  for (let depth = 0; current && depth < 256; depth++) {
    yield current
    current = find(definition, 'resource', current.parent)
  }
}
