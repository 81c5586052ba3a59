import type { UserView } from '@penstock/server'
import { ConfirmDialog } from '@penstock/ui'
import { useMutation } from '@tanstack/react-query'
import { ProblemView } from '../../app/problem-view.tsx'
import { queryClient, trpc } from '../../app/trpc.ts'

export function RemoveUserDialog({ user, onClose }: { user: UserView; onClose: () => void }) {
  const remove = useMutation(
    trpc.users.remove.mutationOptions({
      onSuccess: async () => {
        await queryClient.invalidateQueries(trpc.users.pathFilter())
        onClose()
      },
    }),
  )
  return (
    <ConfirmDialog
      isOpen
      onClose={onClose}
      title={`Remove ${user.name}`}
      confirmLabel={`Remove ${user.name}`}
      isDanger
      isPending={remove.isPending}
      onConfirm={() => remove.mutate({ id: user.id })}
    >
      <p>
        {user.email} is signed out everywhere and can't sign in any more, and their API tokens stop working.
        What they did stays in the history.
      </p>
      {remove.error && <ProblemView error={remove.error} layout="inline" />}
    </ConfirmDialog>
  )
}
