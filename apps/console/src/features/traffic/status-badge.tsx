import { Badge } from '@penstock/ui'
import { statusClass } from './filter-requests.ts'

const tones = { ok: 'ok', client: 'warning', server: 'danger' } as const

export function StatusBadge({ status }: { status: number }) {
  return (
    <Badge tone={tones[statusClass(status)]} className="font-mono">
      {status}
    </Badge>
  )
}
