import type { Core } from '../core.ts'
import type { GatewayView } from './gateway-view.ts'

export function presentGateways({ sync }: Core): GatewayView[] {
  return sync.nodes().map((node) => ({ ...node, problems: [...node.problems] }))
}
