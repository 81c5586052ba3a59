import { EmptyState, ProgressBar, Skeleton, useDelay } from '@penstock/ui'
import { useQuery } from '@tanstack/react-query'
import { FileDiff } from 'lucide-react'
import { lazy, Suspense } from 'react'
import { ProblemView } from '../../app/problem-view.tsx'
import type { TextPlace } from './place-of-finding.ts'
import { type PlanNamed, planText } from './plan-queries.ts'
import type { RecordOfChange } from './records-of-change.ts'

const MonacoDiff = lazy(() => import('./monaco-diff.tsx').then(({ MonacoDiff: Diff }) => ({ default: Diff })))
const MonacoSide = lazy(() => import('./monaco-side.tsx').then(({ MonacoSide: Side }) => ({ default: Side })))

/** A place in the one record that is shown. */
export type TextPosition = Pick<TextPlace, 'side' | 'path'>

export interface RecordTextProps {
  plan: PlanNamed
  /** Whether the plan may be asked for. */
  isCurrent: boolean
  /** Which of the change's records. */
  record: RecordOfChange | undefined
  layout: 'split' | 'unified'
  /** What is brought into sight and marked. */
  place: TextPosition | undefined
}

/** A record as a plan found it and as it will be. */
export function RecordText({ plan, isCurrent, record, layout, place }: RecordTextProps) {
  const text = useQuery({
    ...planText(plan, record?.record ?? ''),
    enabled: isCurrent && record !== undefined,
  })
  return <RecordSides record={record} text={text} layout={layout} place={place} />
}

export interface RecordSidesProps {
  record: RecordOfChange | undefined
  /** What was asked of the server about it. */
  text: {
    readonly data: { readonly before: string | null; readonly after: string | null } | undefined
    readonly error: unknown
    readonly refetch: () => unknown
  }
  layout?: 'split' | 'unified'
  /** What is brought into sight and marked. */
  place?: TextPosition | undefined
}

/** A record as YAML, before and after; only the side that there is of one that came or went. */
export function RecordSides({ record, text, layout = 'split', place }: RecordSidesProps) {
  if (!record) {
    return (
      <EmptyState icon={<FileDiff aria-hidden />} title="No change is selected">
        Select a change to read what it says, before and after.
      </EmptyState>
    )
  }
  if (text.error)
    return <ProblemView error={text.error} onRetry={() => void text.refetch()} className="mx-6" />
  if (!text.data) return <TextLoading />
  const { before, after } = text.data
  return (
    <Suspense fallback={<EditorLoading />}>
      {before !== null && after !== null ? (
        <MonacoDiff
          label={record.name}
          before={before.trimEnd()}
          after={after.trimEnd()}
          layout={layout}
          place={place}
        />
      ) : (
        <MonacoSide
          label={record.name}
          side={after === null ? 'removed' : 'added'}
          text={(after ?? before ?? '').trimEnd()}
          place={place}
        />
      )}
    </Suspense>
  )
}

function TextLoading() {
  if (!useDelay()) return null
  return (
    <div className="flex flex-col gap-2 p-4">
      {['w-40', 'w-64', 'w-56', 'w-72', 'w-48'].map((width) => (
        <Skeleton key={width} className={`h-3 ${width}`} />
      ))}
    </div>
  )
}

function EditorLoading() {
  return useDelay(300) ? <ProgressBar label="Loading the text comparison" className="p-4" /> : null
}
