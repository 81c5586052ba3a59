import { MethodBadge } from '@penstock/ui'
import { NodeCard } from '../node-card.tsx'
import type { NodeViewProps } from '../node-view.ts'

export function MethodCard({ placed: _placed, onToggle: _onToggle, method, ...node }: NodeViewProps) {
  return <NodeCard {...node} badge={<MethodBadge method={method ?? 'ANY'} />} />
}
