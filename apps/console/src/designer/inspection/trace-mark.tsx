import type { RecordId } from '@penstock/model'
import { cx } from '@penstock/ui'
import { Check, Pause, X } from 'lucide-react'
import { partOf, recordOfPart } from '../../editor/index.ts'
import { useTraceOnGraph } from './trace-store.ts'

/** Whether a card steps back, because a request is traced that did not come by. */
export function useIsOffTrace(id: RecordId): boolean {
  return useTraceOnGraph(
    ({ trace, lit }) =>
      trace !== null && !trace.stops.slice(0, lit).some((stop) => stop.id === recordOfPart(id)),
  )
}

const marks = {
  passed: {
    glyph: Check,
    ring: 'border-live',
    chip: 'border-live text-fg [&_svg]:text-live',
    words: 'came by',
  },
  stopped: {
    glyph: Pause,
    ring: 'border-live',
    chip: 'border-live text-fg [&_svg]:text-live',
    words: 'stops here',
  },
  failed: { glyph: X, ring: 'border-danger', chip: 'border-danger text-danger', words: 'failed here' },
} as const

/** On a card: that the traced request came by, and what that took; or why this route did not answer it. */
export function TraceMark({ id }: { id: RecordId }) {
  const text = useTraceOnGraph(({ trace, lit }) => {
    const at = trace?.stops.findIndex((one) => one.id === recordOfPart(id)) ?? -1
    const isLit = at >= 0 && at < lit
    const stop = isLit ? (partOf(id) === null ? trace?.stops[at] : trace?.steps.get(id)) : undefined
    if (stop) return `${stop.outcome}\n${stop.label}`
    const loss = trace?.losers.get(id)
    return loss === undefined ? '' : `lost\n${loss.words}\n${loss.sentence}`
  })
  if (text === '') return null
  const [state = '', label = '', sentence = ''] = text.split('\n')
  if (state === 'lost') return <LostMark words={label} sentence={sentence} />
  const { glyph: Glyph, ring, chip, words } = marks[state as keyof typeof marks]
  return (
    <>
      <span aria-hidden className={cx('pointer-events-none absolute inset-0 rounded-lg border-2', ring)} />
      <span
        data-trace={state}
        className={cx(
          'node-mark tabular absolute -bottom-3 left-2 origin-top-left flex items-center gap-1 rounded border bg-raised px-1 text-2xs leading-4 font-medium',
          chip,
        )}
      >
        <Glyph aria-hidden className="size-2.5" />
        <span className="sr-only">{words} </span>
        {label}
      </span>
    </>
  )
}

/**
 * A few words, which every card has room for; the sentence stands below them, over what is there, while somebody points
 * at the card or has it selected. The list beside has all sentences.
 */
function LostMark({ words, sentence }: { words: string; sentence: string }) {
  return (
    <span
      data-trace="lost"
      className="trace-lost node-mark absolute -bottom-3 left-2 origin-top-left flex w-max max-w-60 items-start gap-1 rounded border border-line-strong bg-raised px-1 text-2xs leading-4 text-fg-2"
    >
      <X aria-hidden className="mt-[3px] size-2.5 shrink-0" />
      <span className="sr-only">does not answer: </span>
      <span aria-hidden className="trace-words">
        {words}
      </span>
      <span className="trace-sentence text-fg">{sentence}</span>
    </span>
  )
}
