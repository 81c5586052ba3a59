import { cx } from '@penstock/ui'
import { UserRound } from 'lucide-react'
import { useSyncExternalStore } from 'react'
import { partOf } from '../../editor/index.ts'
import type { PlacedNode } from '../../layout/index.ts'
import type { RecordSource } from '../record-source.ts'
import { stepAt } from './flow.ts'
import type { FlowPlace, FlowStep } from './flow-step.ts'
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
  const textOf = (text: (step: FlowStep, place: FlowPlace) => string | null | undefined) => {
    const found = stepAt(source.definition(), placed.id)
    return found ? text(found.step, found.place) : null
  }
  const detail = useSyncExternalStore(source.subscribe, () => textOf((step, place) => step.detail(place)))
  const words = useSyncExternalStore(source.subscribe, () =>
    textOf((step, place) => step.state?.(place)?.words),
  )
  if (partOf(placed.id) === callerPart) return <CallerCard />
  const found = stepAt(source.definition(), placed.id)
  if (!found) return null
  const { noun } = found.step
  const state = words ? found.step.state?.(found.place) : null
  const Icon = state?.glyph ?? found.step.glyph
  return (
    <div
      className={cx(
        'flex size-full items-center gap-2 rounded-lg border bg-surface px-2 text-left',
        isSelected ? 'border-accent ring-2 ring-accent' : 'border-line-strong/40',
      )}
    >
      <span className={cx('node-badge flex shrink-0', state ? 'text-risky' : 'text-fg-2')}>
        <Icon aria-hidden className="size-4" />
      </span>
      <span className={cx('min-w-0 flex-1', state && 'node-overlooked')}>
        <span className="node-title block truncate text-xs font-medium text-fg">{noun}</span>
        {(detail || state) && (
          <span className="node-detail flex gap-1 text-2xs text-fg-3">
            <span className="min-w-0 truncate">{detail}</span>
            {state && <span className="shrink-0 text-risky">{state.words}</span>}
          </span>
        )}
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
