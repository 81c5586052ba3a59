import type { DeploymentView } from '@penstock/server'
import { ConfirmDialog, Skeleton, TextField } from '@penstock/ui'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Moment } from '../../app/moment.tsx'
import { ProblemView } from '../../app/problem-view.tsx'
import { openChanges } from '../../app/open-changes.ts'
import { trpc } from '../../app/trpc.ts'
import { ChangeSentences } from '../review/change-sentences.tsx'
import { plural } from '../review/plan-sentence.ts'
import { ChangeFigures } from './change-figures.tsx'
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
        a new deployment. The draft stays as it is; stage variables stay as they are.
      </p>
      {live && (
        <div className="flex flex-col gap-1.5 rounded-md border border-line bg-sunken px-3 py-2">
          <span className="text-xs text-fg-3">Against v{live.version}, which is live now</span>
          {reverse.data ? (
            <>
              <ChangeFigures changes={changes} />
              <ChangeSentences label={plural(changes.length, 'change')} changes={changes} isVerdictShown />
            </>
          ) : reverse.error ? null : (
            <Skeleton className="w-48" />
          )}
        </div>
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
