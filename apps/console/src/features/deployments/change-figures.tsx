import type { ChangeView } from '@penstock/server'
import { ChangeCounts, VerdictChip } from '@penstock/ui'
import { verdicts } from '@penstock/diff/words'

/** How much differs between two deployments, by deed and by verdict. */
export function ChangeFigures({ changes }: { changes: readonly ChangeView[] }) {
  const count = (action: ChangeView['action']) => changes.filter((change) => change.action === action).length
  return (
    <span className="inline-flex flex-wrap items-center gap-2">
      <ChangeCounts added={count('added')} changed={count('changed')} removed={count('removed')} />
      {verdicts.map((verdict) => {
        const members = changes.filter((change) => change.verdict === verdict).length
        return members > 0 ? <VerdictChip key={verdict} verdict={verdict} count={members} /> : null
      })}
    </span>
  )
}
