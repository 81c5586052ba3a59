import { cx } from '@penstock/ui'
import { UserRound } from 'lucide-react'
import { useSyncExternalStore } from 'react'
import { partOf } from '../../editor/index.ts'
import type { PlacedNode } from '../../layout/index.ts'
import type { RecordSource } from '../record-source.ts'
import { stepAt } from './flow.ts'
import { callerPart } from './open-flows.ts'

/** A step of an open flow, or the caller at which it begins and ends. */
export function StepCard({
  placed,
  isSelected,
  source,
}: {
  placed: PlacedNode
  isSelected: boolean
  source: RecordSource
}) {
  const detail = useSyncExternalStore(source.subscribe, () => {
    const found = stepAt(source.definition(), placed.id)
    return found ? found.step.detail(found.place) : ''
  })
  if (partOf(placed.id) === callerPart) return <CallerCard />
  const found = stepAt(source.definition(), placed.id)
  if (!found) return null
  const { glyph: Icon, noun } = found.step
  return (
    <div
      className={cx(
        'flex size-full items-center gap-2 rounded-lg border bg-surface px-2 text-left',
        isSelected ? 'border-accent ring-2 ring-accent' : 'border-line-strong/40',
      )}
    >
      <span className="node-badge flex shrink-0 text-fg-2">
        <Icon aria-hidden className="size-4" />
      </span>
      <span className="min-w-0 flex-1">
        <span className="node-title block truncate text-xs font-medium text-fg">{noun}</span>
        {detail && <span className="node-detail block truncate text-2xs text-fg-3">{detail}</span>}
      </span>
    </div>
  )
}

function CallerCard() {
  return (
    <div className="flex size-full flex-col items-center justify-center gap-1 rounded-lg border border-line bg-sunken text-fg-2">
      <UserRound aria-hidden className="size-4" />
      <span className="node-title text-xs">Caller</span>
    </div>
  )
}
