import {
  type ApiRecord,
  type Definition,
  newId,
  type RecordId,
  recordsOf,
  type Resource,
} from '@penstock/model'
import { resourceAt } from '../../edits/add-records.ts'
import { uniqueName } from '../../edits/unique-name.ts'
import type { NodeCopies } from '../node-copies.ts'

export const resourceCopies: NodeCopies<'resource'> = {
  into: (copy, at, draft) => {
    const pathless = pathlessBecause(draft)
    if (pathless !== null) return pathless
    const parent = resourceFor(draft, at)
    return parent.pathPart.endsWith('+}')
      ? `Nothing comes behind /${parent.pathPart}: it takes the rest of the path.`
      : { ...copy, parent: parent.id }
  },
  free: (copy, definition) => {
    const taken = siblingsOf(definition, copy)
    const isRoot = copy.pathPart === '' && rootOf(definition)?.id === copy.parent
    if (!isRoot && !taken.has(copy.pathPart) && !(shapeOf(copy.pathPart) !== null && clashes(taken, copy)))
      return copy
    // A second parameter beside the first would be the same route under another name: a word in its place is none.
    return { ...copy, pathPart: uniqueName(taken, copy.pathPart.replace(/^\{(.*?)\+?\}$/, '$1') || 'copy') }
  },
}

/** Why an API has no paths that something could be put into, or null. */
export function pathlessBecause(draft: ReadonlyMap<RecordId, ApiRecord>): string | null {
  const [api] = recordsOf(draft, 'api')
  return api?.type === 'WEBSOCKET' ? 'A WebSocket API has routes for its messages, and no paths.' : null
}

/** The resource that something put here goes into, made where the API has no path yet. */
export function resourceFor(draft: Map<RecordId, ApiRecord>, at: RecordId | null): Resource {
  const there = resourceAt(draft, at)
  if (there) return there
  const root: Resource = { kind: 'resource', id: newId('resource'), parent: null, pathPart: '' }
  draft.set(root.id, root)
  return root
}

function siblingsOf(definition: Definition, { id, parent }: Resource): Set<string> {
  const taken = new Set<string>()
  for (const other of recordsOf(definition, 'resource'))
    if (other.parent === parent && other.id !== id) taken.add(other.pathPart)
  return taken
}

function rootOf(definition: Definition): Resource | undefined {
  for (const resource of recordsOf(definition, 'resource')) if (resource.parent === null) return resource
  return undefined
}

function clashes(taken: ReadonlySet<string>, { pathPart }: Resource): boolean {
  for (const other of taken) if (shapeOf(other) === shapeOf(pathPart)) return true
  return false
}

/** What a request sees of a part with parameters; null for a plain word. */
function shapeOf(pathPart: string): string | null {
  return pathPart.includes('{') ? pathPart.replace(/\{[^{}]*?(\+?)\}/g, '{$1}') : null
}
