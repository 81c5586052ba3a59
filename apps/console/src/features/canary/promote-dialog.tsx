import type { CanaryView, StageSummary } from '@penstock/server'
import { ConfirmDialog, TextField, toast } from '@penstock/ui'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { openChanges } from '../../app/open-changes.ts'
import { ProblemView } from '../../app/problem-view.tsx'
import { trpc } from '../../app/trpc.ts'
import { DifferenceSummary } from '../deployments/difference-summary.tsx'
import { plural } from '../review/plan-sentence.ts'
import { refreshCanary } from './refresh-canary.ts'

export interface PromoteDialogProps {
  slug: string
  stage: StageSummary
  canary: CanaryView
  onStart: () => void
  onFailed: () => void
  onClose: () => void
}

/** Asks before everybody gets what some got, and says what that changes. */
export function PromoteDialog(props: PromoteDialogProps) {
  const { slug, stage, canary, onStart, onFailed, onClose } = props
  const [description, setDescription] = useState('')
  const { name, deployment: live } = stage
  const compared = useQuery({
    ...trpc.deployments.compare.queryOptions({
      slug,
      from: live ?? '',
      to: canary.deploymentId,
      judged: 'now',
    }),
    select: openChanges,
    enabled: live !== null,
  })
  const promote = useMutation(
    trpc.canary.promote.mutationOptions({
      onMutate: onStart,
      onError: () => {
        onFailed()
        void refreshCanary(slug)
      },
      onSuccess: async ({ deployment, nodes }) => {
        await refreshCanary(slug)
        onClose()
        toast({
          title: `${name} serves v${deployment.version}, which was its canary`,
          description: `On ${nodes.serving} of ${nodes.total} ${nodes.total === 1 ? 'node' : 'nodes'}`,
          tone: 'ok',
        })
      },
    }),
  )
  const changes = compared.data?.changes ?? []
  const isBreaking = changes.some(({ verdict }) => verdict === 'breaking')
  const variables = Object.keys(canary.stageVariableOverrides)
  return (
    <ConfirmDialog
      isOpen
      onClose={onClose}
      title={`Promote v${canary.version} to all of ${name}`}
      confirmLabel={`Promote v${canary.version}`}
      isDanger={isBreaking}
      isPending={promote.isPending}
      onConfirm={() =>
        promote.mutate({
          slug,
          stage: name,
          deploymentId: canary.deploymentId,
          ...(live === null ? {} : { from: live }),
          ...(description ? { description } : {}),
        })
      }
    >
      <p>
        All requests to {name} get what {percentOfThem(canary)} get now, by a new deployment that can be
        rolled back.
        {variables.length > 0 &&
          ` ${name} takes over ${plural(variables.length, 'variable')} of the canary: ${variables.join(', ')}.`}
      </p>
      <DifferenceSummary
        against={`v${stage.version}, which the others get`}
        changes={compared.data?.changes}
        hasFailed={compared.error !== null}
      />
      {compared.error && <ProblemView error={compared.error} layout="inline" />}
      <TextField
        label="Why"
        value={description}
        onChange={setDescription}
        placeholder="Optional: shown in the history"
        maxLength={2000}
      />
      {promote.error && <ProblemView error={promote.error} layout="inline" />}
    </ConfirmDialog>
  )
}

function percentOfThem({ percentTraffic }: CanaryView): string {
  return `${percentTraffic.toLocaleString()} %`
}
