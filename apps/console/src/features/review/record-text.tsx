import type { ChangeView } from '@penstock/server'
import { EmptyState, ProgressBar, Skeleton, useDelay } from '@penstock/ui'
import { useQuery } from '@tanstack/react-query'
import { FileDiff } from 'lucide-react'
import { lazy, Suspense } from 'react'
import { ProblemView } from '../../app/problem-view.tsx'
import { trpc } from '../../app/trpc.ts'

const MonacoDiff = lazy(() => import('./monaco-diff.tsx').then(({ MonacoDiff: Diff }) => ({ default: Diff })))

export interface RecordTextProps {
  slug: string
  stage: string
  change: ChangeView | undefined
}

/** The changed record's part of the description as YAML, before and after. */
export function RecordText({ slug, stage, change }: RecordTextProps) {
  const text = useQuery({
    ...trpc.plan.text.queryOptions({ slug, stage, record: change?.record ?? '' }),
    enabled: change !== undefined,
  })
  if (!change) {
    return (
      <EmptyState icon={<FileDiff aria-hidden />} title="No change is selected">
        Select a change to read its part of the description, before and after.
      </EmptyState>
    )
  }
  if (text.error)
    return <ProblemView error={text.error} onRetry={() => void text.refetch()} className="mx-6" />
  if (!text.data) return <TextLoading />
  return (
    <Suspense fallback={<EditorLoading />}>
      <MonacoDiff
        label={change.title}
        before={text.data.before?.trimEnd() ?? ''}
        after={text.data.after?.trimEnd() ?? ''}
      />
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
