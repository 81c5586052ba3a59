import { ChevronRight } from 'lucide-react'
import type { ReactNode } from 'react'
import { Button, Collection, Tree as AriaTree, TreeItem, TreeItemContent } from 'react-aria-components'
import { cx } from './cx.ts'

export interface TreeNode {
  id: string
  /** What typing searches and screen readers say. */
  textValue: string
  content: ReactNode
  children?: readonly TreeNode[]
}

export interface TreeProps {
  label: string
  nodes: readonly TreeNode[]
  selected?: string | null
  onSelect?: (id: string) => void
  /** Enter or a double click. */
  onOpen?: (id: string) => void
  expanded?: Iterable<string>
  onExpandedChange?: (ids: Set<string>) => void
  className?: string
}

/** A tree with arrow keys and type-ahead. For thousands of rows wrap it in react-aria's Virtualizer. */
export function Tree(props: TreeProps) {
  const { label, nodes, selected, onSelect, onOpen, expanded, onExpandedChange, className } = props
  return (
    <AriaTree
      aria-label={label}
      items={nodes}
      selectionMode="single"
      selectionBehavior="replace"
      selectedKeys={selected ? [selected] : []}
      onSelectionChange={(keys) => {
        const first = keys === 'all' ? undefined : [...keys][0]
        if (first !== undefined) onSelect?.(String(first))
      }}
      {...(onOpen ? { onAction: (key) => onOpen(String(key)) } : {})}
      {...(expanded ? { expandedKeys: expanded } : {})}
      {...(onExpandedChange
        ? { onExpandedChange: (keys) => onExpandedChange(new Set([...keys].map(String))) }
        : {})}
      className={cx('overflow-auto outline-none', className)}
    >
      {renderNode}
    </AriaTree>
  )
}

function renderNode(node: TreeNode) {
  return (
    <TreeItem
      id={node.id}
      textValue={node.textValue}
      className="group flex h-7 cursor-default items-center rounded-md pr-2 text-sm text-fg -outline-offset-2 hover:bg-hover selected:bg-accent-soft"
    >
      <TreeItemContent>
        {({ hasChildItems, level, isExpanded }) => (
          <span className="flex min-w-0 flex-1 items-center gap-1" style={{ paddingLeft: (level - 1) * 12 }}>
            {hasChildItems ? (
              <Button
                slot="chevron"
                className="flex size-5 shrink-0 items-center justify-center rounded-sm text-fg-3"
              >
                <ChevronRight
                  aria-hidden
                  className={cx('size-3.5 transition-transform', isExpanded && 'rotate-90')}
                />
              </Button>
            ) : (
              <span className="size-5 shrink-0" />
            )}
            <span className="flex min-w-0 flex-1 items-center gap-1.5">{node.content}</span>
          </span>
        )}
      </TreeItemContent>
      <Collection items={node.children ?? []}>{renderNode}</Collection>
    </TreeItem>
  )
}
