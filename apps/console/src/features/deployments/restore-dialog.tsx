import type { DeploymentView } from '@penstock/server'
import { Button, ConfirmDialog, Skeleton, toast } from '@penstock/ui'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useRouter } from '@tanstack/react-router'
import { ProblemView } from '../../app/problem-view.tsx'
import { problemOf } from '../../app/problem.ts'
import { openChanges } from '../../app/open-changes.ts'
import { trpc } from '../../app/trpc.ts'
import { ChangeSentences } from '../review/change-sentences.tsx'
import { plural } from '../review/plan-sentence.ts'
import { ChangeFigures } from './change-figures.tsx'
import { saveRestore, undoRestore } from './save-restore.ts'

export interface RestoreDialogProps {
  slug: string
  target: DeploymentView
  onClose: () => void
}

/** Asks before the draft becomes what a deployment was, and says what that changes in it. */
export function RestoreDialog({ slug, target, onClose }: RestoreDialogProps) {
  const router = useRouter()
  const { version } = target
  const restore = useQuery({
    ...trpc.deployments.restore.queryOptions({ slug, deployment: target.id }),
    select: openChanges,
    staleTime: 0,
    gcTime: 0,
    structuralSharing: false,
  })
  const save = useMutation({
    mutationFn: () => saveRestore(slug, restore.data!.restore),
    onSuccess: (saved) => {
      onClose()
      const title = `The draft is what v${version} was`
      const unsay = toast({
        title,
        description: 'Nothing is deployed: it is reviewed like any edit.',
        tone: 'ok',
        timeoutMs: 15_000,
        action: (
          <span className="flex gap-1">
            <Button
              aria-label={`Undo: ${title}`}
              onPress={() =>
                void undoRestore(slug, restore.data!.restore, saved).then(
                  () => {
                    unsay()
                    toast({ title: 'The draft is what it was before', tone: 'ok' })
                  },
                  (error: unknown) =>
                    toast({
                      title: 'The draft was not taken back',
                      description: problemOf(error).title,
                      tone: 'error',
                    }),
                )
              }
            >
              Undo
            </Button>
            <Button onPress={() => void router.navigate({ to: '/apis/$slug/review', params: { slug } })}>
              Review
            </Button>
          </span>
        ),
      })
    },
  })
  const changes = restore.data?.changes ?? []
  const isSame = restore.data !== undefined && changes.length === 0
  return (
    <ConfirmDialog
      isOpen
      onClose={onClose}
      title={`Restore v${version} as the draft`}
      confirmLabel={isSame ? 'Nothing to restore' : `Change the draft to v${version}`}
      isDisabled={restore.data === undefined || isSame}
      isPending={save.isPending}
      onConfirm={() => save.mutate()}
    >
      <p>
        The draft becomes what v{version} was. What stages serve stays as it is, until you review and deploy.
      </p>
      <div className="flex flex-col gap-1.5 rounded-md border border-line bg-sunken px-3 py-2">
        <span className="text-xs text-fg-3">In the draft as it is now</span>
        {restore.data ? (
          isSame ? (
            <span>It is exactly this already.</span>
          ) : (
            <>
              <ChangeFigures changes={changes} />
              <ChangeSentences label={plural(changes.length, 'change')} changes={changes} isVerdictShown />
            </>
          )
        ) : restore.error ? null : (
          <Skeleton className="w-48" />
        )}
      </div>
      {restore.error && <ProblemView error={restore.error} layout="inline" />}
      {save.error && (
        <>
          <ProblemView error={save.error} layout="inline" />
          <Button
            onPress={() => {
              save.reset()
              void restore.refetch()
            }}
          >
            Look at it again
          </Button>
        </>
      )}
    </ConfirmDialog>
  )
}
