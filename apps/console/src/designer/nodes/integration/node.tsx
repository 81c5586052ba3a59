import { Plug } from 'lucide-react'
import { Glyph, NodeCard } from '../node-card.tsx'
import type { NodeViewProps } from '../node-view.ts'

export function IntegrationCard({
  placed: _placed,
  onToggle: _onToggle,
  method: _method,
  ...node
}: NodeViewProps) {
  return <NodeCard {...node} badge={<Glyph icon={Plug} />} />
}
