import { type Definition, find, type Method, type RecordId, recordsOf, type Resource } from '@penstock/model'
import type { EditorTransaction } from '../../editor/index.ts'
import { resolveParameter } from './parameters.ts'

/** The parameter of a path part: `id` for `{id}` and for the greedy `{id+}`. */
export function parameterOfPart(pathPart: string): string | null {
  return /^\{([^{}]+?)\+?\}$/.exec(pathPart)?.[1] ?? null
}

/** The resource at or above this one whose part of the path is the parameter. */
export function resourceOfParameter(
  definition: Definition,
  from: RecordId,
  name: string,
): Resource | undefined {
  let resource = find(definition, 'resource', from)
  for (let depth = 0; resource && depth < 256; depth++) {
    if (resource.pathPart.includes(`{${name}}`) || resource.pathPart.includes(`{${name}+}`)) return resource
    resource = find(definition, 'resource', resource.parent)
  }
  return undefined
}

/**
 * Renames a path parameter where it stands in the path, and in everything below that speaks of it: parameters of
 * resources and methods (a shared parameter is copied, since others keep the old name) and the mappings and addresses
 * of integrations that only methods below use.
 */
export function renamePathParameter(
  transaction: EditorTransaction,
  resource: RecordId,
  from: string,
  to: string,
): void {
  const definition = transaction.all()
  const owner = resourceOfParameter(definition, resource, from)
  if (!owner || from === to || to === '') return
  const below = subtreeOf(definition, owner.id)
  for (const record of definition.values()) {
    if (record.kind === 'resource' && below.has(record.id)) {
      const pathPart = record.id === owner.id ? renameIn(record.pathPart, from, to) : record.pathPart
      transaction.put({ ...renameParameters(definition, record, from, to), pathPart })
    } else if (record.kind === 'method' && below.has(record.resource))
      transaction.put(renameParameters(definition, record, from, to))
  }
  for (const id of integrationsOnlyBelow(definition, below)) {
    const integration = find(definition, 'integration', id)
    if (!integration) continue
    const { uri, requestParameters } = integration
    transaction.put({
      ...integration,
      ...(uri === undefined ? {} : { uri: renameIn(uri, from, to) }),
      ...(requestParameters === undefined
        ? {}
        : { requestParameters: renameSources(requestParameters, from, to) }),
    })
  }
}

function renameIn(text: string, from: string, to: string): string {
  return text.replaceAll(`{${from}}`, `{${to}}`).replaceAll(`{${from}+}`, `{${to}+}`)
}

function renameSources(
  mapping: Readonly<Record<string, string>>,
  from: string,
  to: string,
): Record<string, string> {
  const source = `method.request.path.${from}`
  const renamed = Object.entries(mapping).map(([key, value]) => [
    key,
    value === source ? `method.request.path.${to}` : value,
  ])
  return Object.fromEntries(renamed) as Record<string, string>
}

function renameParameters<R extends Method | Resource>(
  definition: Definition,
  record: R,
  from: string,
  to: string,
): R {
  if (!record.parameters) return record
  let changed = false
  const parameters = record.parameters.map((raw) => {
    const parameter = resolveParameter(definition, raw)
    if (parameter['in'] !== 'path' || parameter['name'] !== from) return raw
    changed = true
    return { ...parameter, name: to }
  })
  return changed ? { ...record, parameters } : record
}

function subtreeOf(definition: Definition, root: RecordId): Set<RecordId> {
  const children = new Map<RecordId, RecordId[]>()
  for (const resource of recordsOf(definition, 'resource')) {
    if (resource.parent === null) continue
    const siblings = children.get(resource.parent)
    if (siblings) siblings.push(resource.id)
    else children.set(resource.parent, [resource.id])
  }
  const subtree = new Set([root])
  for (const id of subtree) for (const child of children.get(id) ?? []) subtree.add(child)
  return subtree
}

function integrationsOnlyBelow(definition: Definition, below: ReadonlySet<RecordId>): Set<RecordId> {
  const inside = new Set<RecordId>()
  const outside = new Set<RecordId>()
  for (const method of recordsOf(definition, 'method'))
    if (method.integration) (below.has(method.resource) ? inside : outside).add(method.integration)
  for (const id of outside) inside.delete(id)
  return inside
}
