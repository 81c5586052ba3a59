import { Button, ConfirmDialog } from '@penstock/ui'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { Moment } from '../../app/moment.tsx'
import { ProblemView } from '../../app/problem-view.tsx'
import { queryClient, trpc } from '../../app/trpc.ts'

interface FlushCacheProps {
  slug: string
  stage: string
  /** ISO 8601; null: never. */
  flushedAt: string | null
  isDisabled: boolean
}

/** Forgets what a stage has kept, and says when that was done last. */
export function FlushCache({ slug, stage, flushedAt, isDisabled }: FlushCacheProps) {
  const [isOpen, setOpen] = useState(false)
  const flush = useMutation(
    trpc.stages.update.mutationOptions({
      onSuccess: async () => {
        setOpen(false)
        await queryClient.invalidateQueries(trpc.stages.list.queryFilter({ slug }))
      },
    }),
  )
  return (
    <div className="flex flex-wrap items-center gap-3">
      <Button isDisabled={isDisabled} onPress={() => setOpen(true)}>
        Flush<span className="sr-only"> the response cache of {stage}</span>
      </Button>
      <p role="status" className="text-xs text-fg-3">
        {flushedAt === null ? (
          'Never flushed'
        ) : (
          <>
            Flushed or switched on last: <Moment at={flushedAt} />
          </>
        )}
      </p>
      <ConfirmDialog
        isOpen={isOpen}
        onClose={() => setOpen(false)}
        title={`Flush the response cache of ${stage}`}
        confirmLabel="Flush"
        isPending={flush.isPending}
        onConfirm={() => flush.mutate({ slug, stage, flushCache: true })}
      >
        <p>
          Every gateway node forgets what it kept of {stage}. The next request for each answer calls its
          integration again.
        </p>
        {flush.error && <ProblemView error={flush.error} layout="inline" />}
      </ConfirmDialog>
    </div>
  )
}
