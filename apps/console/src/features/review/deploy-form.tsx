import type { Deployed, PlanView, StageSummary } from '@penstock/server'
import { Button, Menu, MenuItem, toast } from '@penstock/ui'
import { useMutation } from '@tanstack/react-query'
import type { inferOutput } from '@trpc/tanstack-react-query'
import { ChevronDown, Rocket, Split } from 'lucide-react'
import { useState } from 'react'
import { isObject, problemOf } from '../../app/problem.ts'
import { queryClient, trpc } from '../../app/trpc.ts'
import { CanaryDialog } from '../canary/canary-dialog.tsx'
import type { CanarySettings } from '../canary/canary-form.ts'
import { refreshCanary } from '../canary/refresh-canary.ts'
import { ConfirmBreaking, openBreaks } from './confirm-breaking.tsx'
import { PlanForm } from './plan-form.tsx'
import { plural } from './plan-sentence.ts'

export interface DeployFormProps {
  slug: string
  plan: PlanView
  /** Undefined for one that this deployment makes. */
  stage: StageSummary | undefined
  /** Why it can't be deployed now, in words. */
  refusal: string | undefined
  onStart: () => void
  onDeployed: (deployed: Deployed) => void
  onFailed: (error: unknown) => void
}

/**
 * Deploys exactly the plan that is on the screen, to all of the stage's requests or to a part of them; asks once more where
 * it breaks callers.
 */
export function DeployForm(props: DeployFormProps) {
  const { slug, plan, stage: served, refusal, onStart, onDeployed, onFailed } = props
  const [description, setDescription] = useState('')
  const [asking, setAsking] = useState<'breaking' | 'canary'>()
  const { stage } = plan
  const canary = served?.canarySettings ?? null
  const deploy = useMutation(
    trpc.deployments.deploy.mutationOptions({
      onMutate: onStart,
      onSuccess: async (deployed) => {
        setDescription('')
        setAsking(undefined)
        onDeployed(deployed)
        const { version, canary: isCanary } = deployed.deployment
        if (isCanary) toast({ title: `v${version} is the canary of ${stage}`, tone: 'ok' })
        await Promise.all([refreshCanary(slug), queryClient.invalidateQueries(trpc.apis.list.queryFilter())])
      },
      onError: (error) => {
        onFailed(error)
        const { code, details } = problemOf(error)
        const fresh = code === 'PLAN_STALE' && isObject(details) ? details['plan'] : undefined
        if (isPlan(fresh)) queryClient.setQueryData(trpc.plan.get.queryKey({ slug, stage }), fresh)
      },
    }),
  )
  const isBreaking = openBreaks(plan.changes).length > 0
  const start = (canarySettings?: CanarySettings) =>
    deploy.mutate({
      slug,
      stage,
      planHash: plan.planHash,
      ...(description ? { description } : {}),
      ...(canarySettings && { canarySettings }),
    })
  const changes = plural(plan.summary.total, 'change')
  const deed = canary ? `${changes} to the canary…` : `${changes} to ${stage}`
  return (
    <PlanForm
      label="Description of the deployment"
      placeholder="Why, in a few words (optional)"
      words={description}
      onWords={setDescription}
      maxLength={2000}
      deed={deploy.isPending ? `Deploying to ${stage}` : `Deploy ${deed}`}
      hint={
        canary
          ? `Takes the place of v${canary.version}; all of ${stage} follows by Promote`
          : isBreaking
            ? 'Deploys exactly what is listed, once you confirm'
            : 'Deploys exactly what is listed'
      }
      icon={canary ? <Split aria-hidden className="size-3.5" /> : <Rocket aria-hidden className="size-3.5" />}
      isDanger={isBreaking}
      isPending={deploy.isPending}
      refusal={refusal}
      onSubmit={() => (canary ? setAsking('canary') : isBreaking ? setAsking('breaking') : start())}
    >
      {served && served.version !== null && !canary && (
        <Menu
          label="Other ways to deploy"
          trigger={
            <Button aria-label="Other ways to deploy" className="px-1.5" isDisabled={refusal !== undefined}>
              <ChevronDown aria-hidden className="size-4" />
            </Button>
          }
        >
          <MenuItem onAction={() => setAsking('canary')}>Deploy as a canary…</MenuItem>
        </Menu>
      )}
      {/* What moved meanwhile is not what was asked about. */}
      <ConfirmBreaking
        plan={plan}
        isOpen={asking === 'breaking' && refusal === undefined}
        onClose={() => setAsking(undefined)}
        onConfirm={() => {
          setAsking(undefined)
          start()
        }}
      />
      {asking === 'canary' && refusal === undefined && (
        <CanaryDialog
          stage={stage}
          title={`Deploy ${changes} to a part of ${stage}`}
          deed={`Deploy ${changes} as the canary`}
          isDanger={isBreaking}
          canary={canary}
          isPending={deploy.isPending}
          error={deploy.error}
          onClose={() => setAsking(undefined)}
          onConfirm={start}
        >
          <p>
            {canary
              ? `It takes the place of v${canary.version}. The other requests go on getting v${served?.version}.`
              : `The other requests go on getting v${served?.version}, until you promote the canary or discard it.`}
            {isBreaking && ' Calls that get it can fail: some of what is listed breaks callers.'}
          </p>
        </CanaryDialog>
      )}
    </PlanForm>
  )
}

function isPlan(value: unknown): value is inferOutput<typeof trpc.plan.get> {
  return isObject(value) && typeof value['planHash'] === 'string' && Array.isArray(value['changes'])
}
