import type { PlanView } from '@penstock/server'
import { Button } from '@penstock/ui'
import { RefreshCw } from 'lucide-react'
import type { ReactNode } from 'react'
import { plural } from './plan-sentence.ts'

export interface NewerPlanProps {
  before: PlanView
  /** Undefined once it was asked for and is on its way. */
  after: PlanView | undefined
  onShow: () => void
}

/** Says that the draft or the stage moved while the plan was being read. */
export function NewerPlan({ before, after, onShow }: NewerPlanProps) {
  if (!after) return <Said text="Loading the new plan. Below is the one from before." />
  const what =
    before.base?.deployment !== after.base?.deployment
      ? `What is live on ${after.stage}`
      : before.draftHash === after.draftHash
        ? 'What checks mean for this API'
        : 'The draft'
  return (
    <Said
      text={`${what} changed while you were reading. The new plan has ${plural(after.summary.total, 'change')}; below is the one from before.`}
    >
      <Button onPress={onShow}>Show the new plan</Button>
    </Said>
  )
}

function Said({ text, children }: { text: string; children?: ReactNode }) {
  return (
    <div
      role="status"
      className="flex min-h-10 shrink-0 items-center gap-3 border-b border-line bg-risky-soft px-4 py-1.5 text-sm text-risky"
    >
      <RefreshCw aria-hidden className="size-4 shrink-0" />
      <span className="min-w-0 flex-1">{text}</span>
      {children}
    </div>
  )
}
