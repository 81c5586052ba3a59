import type { ChangeView } from '@penstock/server'
import { ChangeMark, VerdictChip } from '@penstock/ui'
import { worstFirst } from './change-rows.ts'

const shownMax = 8

export interface ChangeSentencesProps {
  label: string
  changes: readonly ChangeView[]
  /** They are of several verdicts: each says its own. */
  isVerdictShown?: boolean
}

/** What a dialog asks about, a sentence each: the first of them, worst first, and how many more there are. */
export function ChangeSentences({ label, changes, isVerdictShown = false }: ChangeSentencesProps) {
  return (
    <ul aria-label={label} className="flex flex-col gap-1">
      {worstFirst(changes)
        .slice(0, shownMax)
        .map((change) => (
          <li key={change.id} className="flex items-start gap-2 text-fg">
            <ChangeMark action={change.action} className="mt-0.5" />
            <span className="min-w-0 flex-1 break-words">{change.title}</span>
            {isVerdictShown && <VerdictChip verdict={change.verdict} />}
          </li>
        ))}
      {changes.length > shownMax && <li>and {changes.length - shownMax} more</li>}
    </ul>
  )
}
