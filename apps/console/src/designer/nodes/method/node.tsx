import { MethodBadge } from '@penstock/ui'
import { FlowToggle } from '../flow-toggle.tsx'
import { NodeCard } from '../node-card.tsx'
import type { NodeViewProps } from '../node-view.ts'
import { OverlookedSteps, UsedSteps } from '../used-steps.tsx'

export function MethodCard({ placed, onToggle, method, uses, ...node }: NodeViewProps) {
  const verb = method ?? 'ANY'
  return (
    <NodeCard
      {...node}
      badge={<MethodBadge method={verb} />}
      extra={!placed.expanded && uses.length > 0 && <UsedSteps steps={uses} />}
    >
      {!placed.expanded && <OverlookedSteps steps={uses} />}
      <FlowToggle name={`${verb} ${node.title}`} isOpen={placed.expanded} onToggle={onToggle} />
    </NodeCard>
  )
}
