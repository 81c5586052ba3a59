import type { Deployed, PlanView, StageSummary } from '@penstock/server'
import { cx, Select, StatusDot } from '@penstock/ui'
import { getRouteApi } from '@tanstack/react-router'
import { healthOf } from '../shell/stage-health.ts'
import { OpenRequestForm } from '../deployments/requests/open-request-form.tsx'
import { DeployForm } from './deploy-form.tsx'
import { PlanName } from './plan-name.tsx'
import { planSentence } from './plan-sentence.ts'

const route = getRouteApi('/inside/apis/$slug/review')

export interface ReviewHeaderProps {
  slug: string
  plan: PlanView
  stages: readonly StageSummary[]
  refusal: string | undefined
  /** False where the reason stands elsewhere on the screen. */
  isRefusalShown: boolean
  onStart: () => void
  onDeployed: (deployed: Deployed) => void
  onFailed: (error: unknown) => void
}

/** The stage, the plan in one sentence, and the button that deploys it. */
export function ReviewHeader({ stages, isRefusalShown, ...form }: ReviewHeaderProps) {
  const { plan, refusal } = form
  const navigate = route.useNavigate()
  const isEmpty = plan.summary.total === 0
  const stage = stages.find(({ name }) => name === plan.stage)
  const { ask } = route.useSearch()
  const needsApproval = ask === 'request' || (stage?.requiredApprovals ?? 0) > 0
  return (
    <div className="flex min-h-12 shrink-0 flex-wrap items-center gap-x-3 gap-y-2 border-b border-line bg-surface px-3 py-2">
      <Select
        aria-label="Stage"
        isQuiet
        value={plan.stage}
        onChange={(stage) => void navigate({ search: ({ ask }) => (ask ? { stage, ask } : { stage }) })}
        options={stages.map((stage) => ({
          value: stage.name,
          textValue: stage.name,
          label: (
            <span className="flex items-center gap-2">
              <StatusDot health={healthOf(stage)} />
              {stage.name}
            </span>
          ),
        }))}
      />
      <div className="flex min-w-0 flex-1 flex-wrap items-baseline gap-x-1.5">
        <h1 className={cx('tabular text-sm', isEmpty ? 'text-fg-2' : 'font-medium text-fg')}>
          {planSentence(plan)}
          {plan.base === null && !isEmpty && (
            <span className="font-normal text-fg-2"> · first deployment</span>
          )}
        </h1>
        {!isEmpty && <PlanName hash={plan.planHash} />}
      </div>
      {refusal && isRefusalShown && !isEmpty && (
        <span className="max-w-52 text-xs text-pretty text-danger">{refusal}</span>
      )}
      {!isEmpty && (needsApproval ? <OpenRequestForm {...form} /> : <DeployForm {...form} stage={stage} />)}
    </div>
  )
}
