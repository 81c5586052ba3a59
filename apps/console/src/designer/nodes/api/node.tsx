import { Waypoints } from 'lucide-react'
import { BranchToggle } from '../branch-toggle.tsx'
import { Glyph, NodeCard } from '../node-card.tsx'
import type { NodeViewProps } from '../node-view.ts'

export function ApiCard({ placed, onToggle, method: _, ...node }: NodeViewProps) {
  return (
    <NodeCard {...node} badge={<Glyph icon={Waypoints} />}>
      <BranchToggle placed={placed} title={node.title} onToggle={onToggle} />
    </NodeCard>
  )
}
