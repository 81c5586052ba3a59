import type { DeploymentView } from '@penstock/server'
import { VerdictChip } from '@penstock/ui'
import { verdicts } from '@penstock/diff/words'

/** How many changes of each verdict a deployment made; nothing where that was not written down. */
export function VerdictFigures({ counts }: { counts: DeploymentView['verdicts'] }) {
  if (counts === null) return null
  return (
    <span className="inline-flex items-center gap-1">
      {verdicts.map((verdict) =>
        counts[verdict] > 0 ? <VerdictChip key={verdict} verdict={verdict} count={counts[verdict]} /> : null,
      )}
    </span>
  )
}
