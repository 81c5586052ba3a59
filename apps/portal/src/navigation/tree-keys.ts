import type { TreeRow } from './tree-rows.ts'

/** What a key does in the tree (WAI-ARIA Authoring Practices, tree view); null for keys that are not the tree's. */
export type TreeAction =
  | { readonly kind: 'move'; readonly to: number }
  | { readonly kind: 'toggle'; readonly key: string }
  | { readonly kind: 'open' }

export function treeAction(rows: readonly TreeRow[], at: number, key: string): TreeAction | null {
  const row = rows[at]
  const move = (to: number): TreeAction => ({
    kind: 'move',
    to: Math.max(0, Math.min(rows.length - 1, to)),
  })
  switch (key) {
    case 'ArrowDown':
      return move(at + 1)
    case 'ArrowUp':
      return move(at - 1)
    case 'PageDown':
      return move(at + 10)
    case 'PageUp':
      return move(at - 10)
    case 'Home':
      return move(0)
    case 'End':
      return move(rows.length - 1)
    case 'Enter':
    case ' ':
      return row?.kind === 'group' ? { kind: 'toggle', key: row.key } : { kind: 'open' }
    case 'ArrowRight':
      if (row?.kind !== 'group') return null
      return row.isOpen ? move(at + 1) : { kind: 'toggle', key: row.key }
    case 'ArrowLeft':
      if (row?.kind === 'group' && row.isOpen) return { kind: 'toggle', key: row.key }
      if (row?.kind === 'operation' || row?.kind === 'schema')
        return move(rows.findIndex((one) => one.key === row.group))
      return null
    default:
      return null
  }
}
