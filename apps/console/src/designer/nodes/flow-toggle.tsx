import { cx } from '@penstock/ui'
import { ChevronRight } from 'lucide-react'

/** Opens and closes the flow of a card. */
export function FlowToggle(props: { name: string; isOpen: boolean; onToggle: (isOpen: boolean) => void }) {
  const { name, isOpen, onToggle } = props
  return (
    <button
      type="button"
      // The canvas itself is one stop of the Tab key; Space opens and closes the flow of what is selected.
      tabIndex={-1}
      aria-label={`${isOpen ? 'Close' : 'Open'} the flow of ${name}`}
      aria-expanded={isOpen}
      onClick={(event) => {
        event.stopPropagation()
        onToggle(!isOpen)
      }}
      onDoubleClick={(event) => event.stopPropagation()}
      className="node-toggle nodrag -mr-1.5 flex size-6 shrink-0 items-center justify-center rounded-md text-fg-3 hover:bg-hover hover:text-fg"
    >
      <ChevronRight aria-hidden className={cx('size-3.5', isOpen && 'rotate-180')} />
    </button>
  )
}
