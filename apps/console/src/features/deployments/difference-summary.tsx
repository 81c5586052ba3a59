import type { ChangeView } from '@penstock/server'
import { Skeleton } from '@penstock/ui'
import { ChangeSentences } from '../review/change-sentences.tsx'
import { plural } from '../review/plan-sentence.ts'
import { ChangeFigures } from './change-figures.tsx'

export interface DifferenceSummaryProps {
  /** Against what: "v3, which is live now". */
  against: string
  /** Undefined while they are compared. */
  changes: readonly ChangeView[] | undefined
  /** They could not be; whoever shows this says why. */
  hasFailed: boolean
}

/** In a dialog that asks: what is another then. */
export function DifferenceSummary({ against, changes, hasFailed }: DifferenceSummaryProps) {
  return (
    <div className="flex flex-col gap-1.5 rounded-md border border-line bg-sunken px-3 py-2">
      <span className="text-xs text-fg-3">Against {against}</span>
      {changes ? (
        <>
          <ChangeFigures changes={changes} />
          <ChangeSentences label={plural(changes.length, 'change')} changes={changes} isVerdictShown />
        </>
      ) : hasFailed ? null : (
        <Skeleton className="w-48" />
      )}
    </div>
  )
}
