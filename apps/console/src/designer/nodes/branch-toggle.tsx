import { cx } from '@penstock/ui'
import { ChevronRight } from 'lucide-react'
import type { PlacedNode } from '../../layout/index.ts'

/** How many operations a branch holds, and the button that opens and closes it. */
export function BranchToggle(props: {
  placed: PlacedNode
  title: string
  onToggle: (isOpen: boolean) => void
}) {
  const { placed, title, onToggle } = props
  if (placed.children === 0) return null
  const count = `${placed.leaves} ${placed.leaves === 1 ? 'operation' : 'operations'}`
  return (
    <button
      type="button"
      // The canvas itself is one stop of the Tab key; Space opens and closes the selected branch.
      tabIndex={-1}
      aria-label={`${placed.expanded ? 'Close' : 'Open'} ${title}, ${count}`}
      onClick={(event) => {
        event.stopPropagation()
        onToggle(!placed.expanded)
      }}
      onDoubleClick={(event) => event.stopPropagation()}
      className="node-count nodrag tabular -mr-1 flex h-6 shrink-0 items-center gap-0.5 rounded-md pr-0.5 pl-1.5 text-xs text-fg-2 hover:bg-hover hover:text-fg"
    >
      {placed.leaves}
      <ChevronRight aria-hidden className={cx('size-3.5', placed.expanded && 'rotate-180')} />
    </button>
  )
}
