import type { PortalIndex, PortalOperationSummary } from '@penstock/server'

/** A visible line of the tree of contents. */
export type TreeRow =
  | { readonly kind: 'overview'; readonly key: string; readonly level: 1 }
  | {
      readonly kind: 'group'
      readonly key: string
      readonly level: 1
      readonly name: string
      readonly count: number
      readonly isOpen: boolean
    }
  | {
      readonly kind: 'operation'
      readonly key: string
      readonly level: 2
      readonly group: string
      readonly operation: PortalOperationSummary
      readonly position: number
      readonly size: number
    }
  | {
      readonly kind: 'schema'
      readonly key: string
      readonly level: 2
      readonly group: string
      readonly name: string
      readonly position: number
      readonly size: number
    }

/** Key of the last group; no tag is named so, for tags come with a prefix. */
export const schemasGroup = 'schemas'

export function groupKey(name: string): string {
  return `group ${name}`
}

/** Lines in order, with the entries of open groups. `open` has keys of groups. */
export function treeRows(
  index: Pick<PortalIndex, 'groups' | 'schemas'>,
  open: ReadonlySet<string>,
): TreeRow[] {
  const rows: TreeRow[] = [{ kind: 'overview', key: 'overview', level: 1 }]
  for (const { name, operations } of index.groups) {
    const key = groupKey(name)
    rows.push({ kind: 'group', key, level: 1, name, count: operations.length, isOpen: open.has(key) })
    if (!open.has(key)) continue
    for (const [at, operation] of operations.entries())
      rows.push({
        kind: 'operation',
        key: `operation ${operation.id}`,
        level: 2,
        group: key,
        operation,
        position: at + 1,
        size: operations.length,
      })
  }
  const { schemas } = index
  if (schemas.length === 0) return rows
  const isOpen = open.has(schemasGroup)
  rows.push({ kind: 'group', key: schemasGroup, level: 1, name: 'Schemas', count: schemas.length, isOpen })
  if (isOpen)
    for (const [at, name] of schemas.entries())
      rows.push({
        kind: 'schema',
        key: `schema ${name}`,
        level: 2,
        group: schemasGroup,
        name,
        position: at + 1,
        size: schemas.length,
      })
  return rows
}
