import { BranchToggle } from '../branch-toggle.tsx'
import { NodeCard } from '../node-card.tsx'
import type { NodeViewProps } from '../node-view.ts'

export function ResourceCard({ placed, onToggle, method: _, ...node }: NodeViewProps) {
  return (
    <NodeCard {...node} isMono badge={null}>
      <BranchToggle placed={placed} title={node.title} onToggle={onToggle} />
    </NodeCard>
  )
}
