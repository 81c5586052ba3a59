import { MessagesSquare, Plug, Unplug } from 'lucide-react'
import { FlowToggle } from '../flow-toggle.tsx'
import { Glyph, NodeCard } from '../node-card.tsx'
import type { NodeViewProps } from '../node-view.ts'
import { OverlookedSteps, UsedSteps } from '../used-steps.tsx'

const glyphs: Readonly<Record<string, typeof Plug>> = { $connect: Plug, $disconnect: Unplug }

export function RouteCard({ placed, onToggle, method: _, uses, ...node }: NodeViewProps) {
  return (
    <NodeCard
      {...node}
      isMono
      badge={<Glyph icon={glyphs[node.title] ?? MessagesSquare} />}
      extra={!placed.expanded && uses.length > 0 && <UsedSteps steps={uses} />}
    >
      {!placed.expanded && <OverlookedSteps steps={uses} />}
      <FlowToggle name={node.title} isOpen={placed.expanded} onToggle={onToggle} />
    </NodeCard>
  )
}
