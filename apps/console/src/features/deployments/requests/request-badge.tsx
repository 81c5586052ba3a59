import type { DeployRequestSummary } from '@penstock/server'
import { Badge } from '@penstock/ui'
import {
  CalendarClock,
  CircleCheck,
  CircleDot,
  CircleSlash,
  Hourglass,
  MessageSquareWarning,
  Rocket,
  TriangleAlert,
  Undo2,
} from 'lucide-react'
import { standing } from './request-states.ts'

const icons = {
  open: CircleDot,
  approved: CircleCheck,
  queued: Hourglass,
  scheduled: CalendarClock,
  deployed: Rocket,
  reverted: Undo2,
  closed: CircleSlash,
}

/** Where a request stands, by word, glyph and colour. */
export function RequestBadge({ request }: { request: DeployRequestSummary }) {
  const { text, tone } = standing(request)
  const Icon =
    request.stale !== null
      ? TriangleAlert
      : request.state === 'open' && request.objections > 0
        ? MessageSquareWarning
        : icons[request.state]
  return (
    <Badge tone={tone} icon={<Icon aria-hidden className="size-3" />}>
      {text}
    </Badge>
  )
}
