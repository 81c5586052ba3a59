import type { Deployed, PlanView } from '@penstock/server'
import { useMutation } from '@tanstack/react-query'
import type { inferOutput } from '@trpc/tanstack-react-query'
import { Rocket } from 'lucide-react'
import { useState } from 'react'
import { isObject, problemOf } from '../../app/problem.ts'
import { queryClient, trpc } from '../../app/trpc.ts'
import { ConfirmBreaking, openBreaks } from './confirm-breaking.tsx'
import { PlanForm } from './plan-form.tsx'
import { plural } from './plan-sentence.ts'

export interface DeployFormProps {
  slug: string
  plan: PlanView
  /** Why it can't be deployed now, in words. */
  refusal: string | undefined
  onStart: () => void
  onDeployed: (deployed: Deployed) => void
  onFailed: (error: unknown) => void
}

/** Deploys exactly the plan that is on the screen; asks once more where it breaks callers. */
export function DeployForm({ slug, plan, refusal, onStart, onDeployed, onFailed }: DeployFormProps) {
  const [description, setDescription] = useState('')
  const [isAsking, setAsking] = useState(false)
  const { stage } = plan
  const deploy = useMutation(
    trpc.deployments.deploy.mutationOptions({
      onMutate: onStart,
      onSuccess: async (deployed) => {
        setDescription('')
        onDeployed(deployed)
        await Promise.all([
          queryClient.invalidateQueries(trpc.stages.list.queryFilter({ slug })),
          queryClient.invalidateQueries(trpc.plan.get.queryFilter({ slug })),
          queryClient.invalidateQueries(trpc.deployments.list.queryFilter({ slug })),
          queryClient.invalidateQueries(trpc.apis.list.queryFilter()),
        ])
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
  const start = () => {
    setAsking(false)
    deploy.mutate({ slug, stage, planHash: plan.planHash, ...(description ? { description } : {}) })
  }
  const deed = `${plural(plan.summary.total, 'change')} to ${stage}`
  return (
    <PlanForm
      label="Description of the deployment"
      placeholder="Why, in a few words (optional)"
      words={description}
      onWords={setDescription}
      maxLength={2000}
      deed={deploy.isPending ? `Deploying to ${stage}` : `Deploy ${deed}`}
      hint={
        isBreaking ? 'Deploys exactly what is listed, once you confirm' : 'Deploys exactly what is listed'
      }
      icon={<Rocket aria-hidden className="size-3.5" />}
      isDanger={isBreaking}
      isPending={deploy.isPending}
      refusal={refusal}
      onSubmit={() => (isBreaking ? setAsking(true) : start())}
    >
      {/* What moved meanwhile is not what was asked about. */}
      <ConfirmBreaking
        plan={plan}
        isOpen={isAsking && refusal === undefined}
        onClose={() => setAsking(false)}
        onConfirm={start}
      />
    </PlanForm>
  )
}

function isPlan(value: unknown): value is inferOutput<typeof trpc.plan.get> {
  return isObject(value) && typeof value['planHash'] === 'string' && Array.isArray(value['changes'])
}
