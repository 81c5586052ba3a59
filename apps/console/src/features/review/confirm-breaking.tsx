import type { PlanView } from '@penstock/server'
import { ChangeMark, ConfirmDialog } from '@penstock/ui'
import { plural } from './plan-sentence.ts'

export interface ConfirmBreakingProps {
  plan: PlanView
  isOpen: boolean
  onClose: () => void
  onConfirm: () => void
}

const shownMax = 8

/** Asks before callers are broken, and names what breaks them. */
export function ConfirmBreaking({ plan, isOpen, onClose, onConfirm }: ConfirmBreakingProps) {
  const breaking = plan.changes.filter((change) => change.verdict === 'breaking')
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
      <ul className="flex flex-col gap-1">
        {breaking.slice(0, shownMax).map((change) => (
          <li key={change.id} className="flex items-start gap-2 text-fg">
            <ChangeMark action={change.action} className="mt-0.5" />
            <span className="min-w-0 break-words">{change.title}</span>
          </li>
        ))}
        {breaking.length > shownMax && <li>and {breaking.length - shownMax} more</li>}
      </ul>
    </ConfirmDialog>
  )
}
