import { type Definition, find, newId, type RecordId, recordsOf, type Resource } from '@penstock/model'
import type { EditorTransaction } from '../../editor/index.ts'
import { parameterOfPart, renamePathParameter } from './rename-path-parameter.ts'

/** The parts of what was typed as a path part; slashes around it mean nothing: `/rides/{id}/` is `rides`, `{id}`. */
export function partsOf(text: string): string[] {
  return text
    .trim()
    .replace(/^\/+|\/+$/g, '')
    .split('/')
    .map((part) => part.trim())
}

/** Why a resource can't have this path below its parent, or null. */
export function pathPartProblem(definition: Definition, resource: Resource, text: string): string | null {
  const parts = partsOf(text)
  if (parts.some((part) => part === ''))
    return text.trim() === '' || text.trim() === '/'
      ? 'A part of a path is not empty.'
      : 'There is nothing between two of the slashes.'
  for (const part of parts)
    if (/[{}]/.test(part) && !/^\{[^{}]+\}$/.test(part))
      return 'A parameter is written {name}; {name+} takes the rest of the path.'
  if (parts.slice(0, -1).some((part) => part.endsWith('+}')))
    return 'A {name+} takes the rest of the path: nothing comes behind it.'
  const { parent, missing } = wayDown(definition, resource, parts)
  if (missing.length > 0) return null
  const taken = childOf(definition, parent, parts.at(-1)!)
  return taken && taken.id !== resource.id ? 'There is one with this name here.' : null
}

/** What a longer path will do, in words; null for a part by itself. */
export function pathPartEffect(text: string): string | null {
  const parts = partsOf(text)
  if (parts.length < 2 || parts.includes('')) return null
  return `Makes ${parts
    .slice(0, -1)
    .map((part) => `/${part}`)
    .join('')} above it.`
}

/**
 * Gives a resource the path that was typed. All but the last part become resources above it, or are found there; what
 * hangs on the resource stays on it.
 */
export function setPathPart(transaction: EditorTransaction, resource: Resource, text: string): void {
  const parts = partsOf(text)
  const last = parts.at(-1)!
  const { parent, missing } = wayDown(transaction.all(), resource, parts)
  let above = parent
  for (const pathPart of missing) {
    const id = newId('resource')
    transaction.put({ kind: 'resource', id, parent: above, pathPart })
    above = id
  }
  const [from, to] = [parameterOfPart(resource.pathPart), parameterOfPart(last)]
  if (from && to) renamePathParameter(transaction, resource.id, from, to)
  const renamed = transaction.get(resource.id)
  if (renamed?.kind === 'resource') transaction.put({ ...renamed, parent: above, pathPart: last })
}

/** How far the path exists already, and which of its parts above the last are missing. */
function wayDown(
  definition: Definition,
  resource: Resource,
  parts: readonly string[],
): { parent: RecordId | null; missing: readonly string[] } {
  let parent = resource.parent
  for (const [at, part] of parts.slice(0, -1).entries()) {
    const known = childOf(definition, parent, part)
    // Not below itself: what it is called now is what it is renamed from.
    if (!known || known.id === resource.id) return { parent, missing: parts.slice(at, -1) }
    parent = known.id
  }
  return { parent, missing: [] }
}

function childOf(definition: Definition, parent: RecordId | null, pathPart: string): Resource | undefined {
  if (parent === null || !find(definition, 'resource', parent)) return undefined
  for (const other of recordsOf(definition, 'resource'))
    if (other.parent === parent && other.pathPart === pathPart) return other
  return undefined
}
