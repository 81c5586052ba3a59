import type { DeploymentView } from '@penstock/server'
import { Badge } from '@penstock/ui'
import { Split, Undo2 } from 'lucide-react'

/** What sets a deployment apart: a rollback, or what only a part of the requests got. */
export function KindBadge({ kind }: Pick<DeploymentView, 'kind'>) {
  if (kind === 'rollback')
    return (
      <Badge tone="warning" icon={<Undo2 aria-hidden className="size-3" />}>
        rollback
      </Badge>
    )
  if (kind === 'canary' || kind === 'promote')
    return (
      <Badge icon={<Split aria-hidden className="size-3" />}>
        {kind === 'canary' ? 'canary' : 'promoted'}
      </Badge>
    )
  return null
}
