import type { RequestPhase } from '@penstock/server'
import { cx } from '@penstock/ui'
import { Check, Minus, X } from 'lucide-react'
import { milliseconds } from './request-table.tsx'

const marks = {
  passed: { glyph: Check, tone: 'text-live', bar: 'bg-accent' },
  failed: { glyph: X, tone: 'text-danger', bar: 'bg-danger' },
  skipped: { glyph: Minus, tone: 'text-fg-3', bar: '' },
} as const

/** A request part by part, each where it was in time and how long it took. */
export function PhaseTimes({ phases, totalMs }: { phases: readonly RequestPhase[]; totalMs: number }) {
  return (
    <ol aria-label="Phases" className="flex flex-col">
      {phases.map((phase) => (
        <li key={phase.name}>
          <PhaseTime phase={phase} totalMs={totalMs} />
        </li>
      ))}
      <li className="flex h-6 items-center gap-2 text-xs">
        <span className="w-29 shrink-0 pl-5 text-fg-3">total</span>
        <span className="flex-1" />
        <span className="tabular text-fg">{milliseconds(totalMs)}</span>
      </li>
    </ol>
  )
}

function PhaseTime({ phase, totalMs }: { phase: RequestPhase; totalMs: number }) {
  const { name, startMs, durationMs, outcome } = phase
  const { glyph: Glyph, tone, bar } = marks[outcome]
  const isSkipped = outcome === 'skipped'
  const percent = (ms: number) => `${totalMs === 0 ? 0 : Math.min(100, (ms / totalMs) * 100)}%`
  return (
    <div className="flex h-6 items-center gap-2 text-xs">
      <Glyph aria-hidden className={cx('size-3 shrink-0', tone)} />
      <span className="w-24 shrink-0 text-fg">
        {name}
        {!isSkipped && (
          <span className="sr-only">
            {' '}
            {outcome}, from {milliseconds(startMs)}, for{' '}
          </span>
        )}
      </span>
      <span aria-hidden className="relative h-1.5 min-w-0 flex-1 rounded-full bg-sunken">
        {!isSkipped && (
          <span
            className={cx('absolute h-full min-w-0.5 rounded-full', bar)}
            style={{ left: percent(startMs), width: percent(durationMs) }}
          />
        )}
      </span>
      <span className="tabular w-16 shrink-0 text-right text-fg-2">
        {isSkipped ? 'not called' : milliseconds(durationMs)}
      </span>
    </div>
  )
}
