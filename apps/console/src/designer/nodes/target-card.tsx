import type { LucideIcon } from 'lucide-react'
import { Glyph, NodeCard } from './node-card.tsx'
import type { NodeViewProps } from './node-view.ts'

/** The card of a shared record that says no more than its name and one line. */
export function targetCard(icon: LucideIcon) {
  return function TargetCard(node: NodeViewProps) {
    return <NodeCard {...node} badge={<Glyph icon={icon} />} />
  }
}
