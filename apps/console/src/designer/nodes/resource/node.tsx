import { BranchToggle } from '../branch-toggle.tsx'
import { NodeCard } from '../node-card.tsx'
import type { NodeViewProps } from '../node-view.ts'

export function ResourceCard({ placed, onToggle, method: _, detail, ...node }: NodeViewProps) {
  return (
    <NodeCard {...node} detail={placed.children === 0 ? 'no methods' : detail} isMono badge={null}>
      <BranchToggle placed={placed} title={node.title} onToggle={onToggle} />
    </NodeCard>
  )
}
