import type { PlanView } from '@penstock/server'
import { ConfirmDialog } from '@penstock/ui'
import { ChangeSentences } from './change-sentences.tsx'
import { breakingSentence, plural } from './plan-sentence.ts'

export interface ConfirmBreakingProps {
  plan: PlanView
  isOpen: boolean
  onClose: () => void
  onConfirm: () => void
}

/** What breaks callers and nobody took upon themselves. */
export function openBreaks(changes: PlanView['changes']): PlanView['changes'] {
  return changes.filter(({ verdict, acknowledged }) => verdict === 'breaking' && !acknowledged)
}

/** Asks before callers are broken, and names what breaks them. */
export function ConfirmBreaking({ plan, isOpen, onClose, onConfirm }: ConfirmBreakingProps) {
  const breaking = openBreaks(plan.changes)
  const acknowledged = plan.changes.filter((change) => change.verdict === 'breaking').length - breaking.length
  const what = breakingSentence(plan)
  return (
    <ConfirmDialog
      isOpen={isOpen}
      onClose={onClose}
      title={`Deploy ${what} to ${plan.stage}?`}
      confirmLabel={`Deploy ${what}`}
      isDanger
      onConfirm={onConfirm}
    >
      <p>
        Calls to {plan.stage} that work now can fail.
        {acknowledged > 0 &&
          ` ${plural(acknowledged, 'breaking change')} acknowledged already. Not acknowledged yet:`}
      </p>
      <ChangeSentences label={plural(breaking.length, 'breaking change')} changes={breaking} />
    </ConfirmDialog>
  )
}
