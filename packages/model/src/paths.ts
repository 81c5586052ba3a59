import { type Definition, find, type RecordId, recordsOf } from './records.ts'
import type { Method } from './kinds/method.ts'
import type { Resource } from './kinds/resource.ts'

/** Segments of the longest path that there is: what goes deeper has no path, and can't be deployed (SPEC R3). */
export const maxPathSegments = 200

/** Full path of a resource, `/` for the root; undefined when its parents do not lead to a root (SPEC R3). */
export function pathOf(definition: Definition, resource: RecordId): string | undefined {
  const parts: string[] = []
  let current = find(definition, 'resource', resource)
  for (let depth = 0; current !== undefined && depth <= maxPathSegments; depth++) {
    if (current.parent === null) return `/${parts.reverse().join('/')}`
    parts.push(current.pathPart)
    current = find(definition, 'resource', current.parent)
  }
  return undefined
}

/** A definition's tree, computed once per definition and then looked up: children and methods of a resource, and its path. */
export interface ResourceTree {
  readonly root: Resource | undefined
  readonly children: ReadonlyMap<RecordId, readonly Resource[]>
  readonly methods: ReadonlyMap<RecordId, readonly Method[]>
  readonly paths: ReadonlyMap<RecordId, string>
  readonly byPath: ReadonlyMap<string, Resource>
}

const trees = new WeakMap<Definition, ResourceTree>()

export function resourceTree(definition: Definition): ResourceTree {
  let tree = trees.get(definition)
  if (!tree) trees.set(definition, (tree = growTree(definition)))
  return tree
}

function growTree(definition: Definition): ResourceTree {
  const children = new Map<RecordId, Resource[]>()
  const methods = new Map<RecordId, Method[]>()
  const paths = new Map<RecordId, string>()
  const byPath = new Map<string, Resource>()
  let root: Resource | undefined
  for (const resource of recordsOf(definition, 'resource')) {
    if (resource.parent === null) root ??= resource
    else push(children, resource.parent, resource)
  }
  for (const method of recordsOf(definition, 'method')) push(methods, method.resource, method)
  // Level by level and not by recursion: anybody may save a chain of any length.
  let level = root ? [{ resource: root, path: '/' }] : []
  for (let depth = 0; level.length > 0 && depth <= maxPathSegments; depth++) {
    const below: typeof level = []
    for (const { resource, path } of level) {
      paths.set(resource.id, path)
      byPath.set(path, resource)
      const prefix = resource.parent === null ? '/' : `${path}/`
      for (const child of children.get(resource.id) ?? [])
        below.push({ resource: child, path: prefix + child.pathPart })
    }
    level = below
  }
  return { root, children, methods, paths, byPath }
}

function push<K, V>(map: Map<K, V[]>, key: K, value: V) {
  const list = map.get(key)
  if (list) list.push(value)
  else map.set(key, [value])
}
