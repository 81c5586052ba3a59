import type { PlanView } from '@penstock/server'
import { ConfirmDialog } from '@penstock/ui'
import { ChangeSentences } from './change-sentences.tsx'
import { plural } from './plan-sentence.ts'

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
  const what = plural(breaking.length, 'breaking change')
  return (
    <ConfirmDialog
      isOpen={isOpen}
      onClose={onClose}
      title={`Deploy ${what} to ${plan.stage}?`}
      confirmLabel={`Deploy ${what}`}
      isDanger
      onConfirm={onConfirm}
    >
      <p>Callers that keep to what {plan.stage} promises now can fail.</p>
      <ChangeSentences label={what} changes={breaking} />
    </ConfirmDialog>
  )
}
