import type { DeploymentView } from '@penstock/server'
import { ConfirmDialog, TextField } from '@penstock/ui'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Moment } from '../../app/moment.tsx'
import { ProblemView } from '../../app/problem-view.tsx'
import { openChanges } from '../../app/open-changes.ts'
import { trpc } from '../../app/trpc.ts'
import { plural } from '../review/plan-sentence.ts'
import { DifferenceSummary } from './difference-summary.tsx'
import { variablesTakenBack } from './filter-deployments.ts'
import { useRollback } from './use-rollback.tsx'

export interface RollbackDialogProps {
  slug: string
  target: DeploymentView
  /** What the stage serves now. */
  live: DeploymentView | undefined
  onClose: () => void
}

/** Asks before a stage goes back, and says what that undoes. */
export function RollbackDialog({ slug, target, live, onClose }: RollbackDialogProps) {
  const [description, setDescription] = useState('')
  const { stage } = target
  const reverse = useQuery({
    ...trpc.deployments.compare.queryOptions({ slug, from: live?.id ?? '', to: target.id, judged: 'now' }),
    select: openChanges,
    enabled: live !== undefined,
  })
  const rollback = useRollback(slug)
  const { data: all = [] } = useQuery(trpc.deployments.list.queryOptions({ slug }))
  const variables = variablesTakenBack(all, target)
  const changes = reverse.data?.changes ?? []
  const isBreaking = changes.some(({ verdict }) => verdict === 'breaking')
  return (
    <ConfirmDialog
      isOpen
      onClose={onClose}
      title={`Roll ${stage} back to v${target.version}`}
      confirmLabel={`Roll ${stage} back to v${target.version}`}
      isDanger={isBreaking}
      isPending={rollback.isPending}
      onConfirm={() =>
        rollback.mutate({ target, live, ...(description ? { description } : {}) }, { onSuccess: onClose })
      }
    >
      <p>
        {stage} will serve the definition of v{target.version}, deployed <Moment at={target.createdAt} />, as
        a new deployment. The draft stays as it is
        {variables.length === 0
          ? '; stage variables stay as they are.'
          : `. ${plural(variables.length, 'stage variable')} that ${variables.length === 1 ? 'was' : 'were'} changed with a canary since ${variables.length === 1 ? 'goes' : 'go'} back too, unless set again meanwhile: ${variables.join(', ')}.`}
      </p>
      {live && (
        <DifferenceSummary
          against={`v${live.version}, which is live now`}
          changes={reverse.data?.changes}
          hasFailed={reverse.error !== null}
        />
      )}
      {isBreaking && <p>Calls to {stage} that work now can fail.</p>}
      {reverse.error && <ProblemView error={reverse.error} layout="inline" />}
      <TextField
        label="Why"
        value={description}
        onChange={setDescription}
        placeholder="Optional: shown in the history"
        maxLength={2000}
      />
      {rollback.error && <ProblemView error={rollback.error} layout="inline" />}
    </ConfirmDialog>
  )
}
