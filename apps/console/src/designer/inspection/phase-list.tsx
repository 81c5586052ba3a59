import type { InspectionView } from '@penstock/server'
import { cx } from '@penstock/ui'
import { Check, ChevronRight, Pause, X } from 'lucide-react'
import { MessageView } from './message-view.tsx'
import { NoteView } from './note-view.tsx'
import { milliseconds } from './trace.ts'

type Phase = InspectionView['phases'][number]

const marks = {
  passed: { glyph: Check, tone: 'text-live', words: 'passed' },
  stopped: { glyph: Pause, tone: 'text-fg-3', words: 'stops here' },
  failed: { glyph: X, tone: 'text-danger', words: 'failed' },
} as const

/** What a request went through, each phase with its time; opened, with what went in and what came out. */
export function PhaseList({ inspection }: { inspection: InspectionView }) {
  const total = Math.max(
    inspection.durationMs,
    ...inspection.phases.map((phase) => phase.startMs + phase.durationMs),
  )
  return (
    <ol aria-label="Phases" className="flex flex-col">
      {inspection.phases.map((phase, index) => (
        <li key={index}>
          <PhaseRow phase={phase} total={total} />
        </li>
      ))}
    </ol>
  )
}

function PhaseRow({ phase, total }: { phase: Phase; total: number }) {
  const { name, startMs, durationMs, outcome, notes } = phase
  const { glyph: Glyph, tone, words } = marks[outcome]
  const isEmpty = !phase.in && !phase.out && notes.length === 0
  const line = (
    <>
      <ChevronRight
        aria-hidden
        className={cx('size-3 shrink-0 text-fg-3 group-open:rotate-90', isEmpty && 'invisible')}
      />
      <Glyph aria-hidden className={cx('size-3 shrink-0', tone)} />
      <span className="w-36 shrink-0 truncate">
        {name}
        <span className="sr-only"> {words}</span>
      </span>
      <span aria-hidden className="relative h-1.5 min-w-0 flex-1 rounded-full bg-sunken">
        <span
          className={cx(
            'absolute h-full min-w-0.5 rounded-full',
            outcome === 'failed' ? 'bg-danger' : 'bg-accent',
          )}
          style={{ left: `${percent(startMs, total)}%`, width: `${percent(durationMs, total)}%` }}
        />
      </span>
      <span className="tabular w-16 shrink-0 text-right text-fg-2">{milliseconds(durationMs)}</span>
    </>
  )
  if (isEmpty) return <div className="flex h-7 items-center gap-2 px-1 text-xs">{line}</div>
  return (
    <details className="group" open={outcome === 'failed'}>
      <summary className="flex h-7 cursor-default list-none items-center gap-2 rounded px-1 text-xs hover:bg-hover [&::-webkit-details-marker]:hidden">
        {line}
      </summary>
      <div className="mb-2 ml-4 flex flex-col gap-2 border-l border-line py-1 pl-3">
        {phase.in && <MessageView title="In" message={phase.in} />}
        {notes.map((note, index) => (
          <NoteView key={index} note={note} />
        ))}
        {phase.out && <MessageView title="Out" message={phase.out} />}
      </div>
    </details>
  )
}

function percent(ms: number, total: number): number {
  return total === 0 ? 0 : Math.min(100, (ms / total) * 100)
}
