import { cx, MethodBadge } from '@penstock/ui'
import { ChevronRight } from 'lucide-react'
import type { FlowStep } from '../../steps/flow-step.ts'
import { NodeCard } from '../node-card.tsx'
import type { NodeViewProps } from '../node-view.ts'

export function MethodCard({ placed, onToggle, method, uses, ...node }: NodeViewProps) {
  const verb = method ?? 'ANY'
  return (
    <NodeCard
      {...node}
      badge={<MethodBadge method={verb} />}
      extra={!placed.expanded && uses.length > 0 && <UsedSteps steps={uses} />}
    >
      <button
        type="button"
        // The canvas itself is one stop of the Tab key; Space opens and closes the flow of the selected method.
        tabIndex={-1}
        aria-label={`${placed.expanded ? 'Close' : 'Open'} the flow of ${verb} ${node.title}`}
        aria-expanded={placed.expanded}
        onClick={(event) => {
          event.stopPropagation()
          onToggle(!placed.expanded)
        }}
        onDoubleClick={(event) => event.stopPropagation()}
        className="node-toggle nodrag -mr-1.5 flex size-6 shrink-0 items-center justify-center rounded-md text-fg-3 hover:bg-hover hover:text-fg"
      >
        <ChevronRight aria-hidden className={cx('size-3.5', placed.expanded && 'rotate-180')} />
      </button>
    </NodeCard>
  )
}

/** What of its flow a method uses, each with a name. */
function UsedSteps({ steps }: { steps: readonly FlowStep[] }) {
  return (
    <span className="node-extra ml-auto flex shrink-0 items-center gap-1 pl-1.5 text-fg-2">
      {steps.map(({ id, noun, glyph: Icon }) => (
        <span key={id} role="img" aria-label={noun} title={noun} className="flex">
          <Icon aria-hidden className="size-3" />
        </span>
      ))}
    </span>
  )
}
