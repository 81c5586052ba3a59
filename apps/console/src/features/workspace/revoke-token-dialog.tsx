import type { TokenView } from '@penstock/server'
import { ConfirmDialog } from '@penstock/ui'
import { useMutation } from '@tanstack/react-query'
import { ProblemView } from '../../app/problem-view.tsx'
import { queryClient, trpc } from '../../app/trpc.ts'

export function RevokeTokenDialog({ token, onClose }: { token: TokenView; onClose: () => void }) {
  const revoke = useMutation(
    trpc.tokens.revoke.mutationOptions({
      onSuccess: async () => {
        await queryClient.invalidateQueries(trpc.tokens.list.queryFilter())
        onClose()
      },
    }),
  )
  return (
    <ConfirmDialog
      isOpen
      onClose={onClose}
      title={`Revoke ${token.name}`}
      confirmLabel={`Revoke ${token.name}`}
      isDanger
      isPending={revoke.isPending}
      onConfirm={() => revoke.mutate({ id: token.id })}
    >
      <p>
        Whatever uses it is refused from now on, also tokens that were made with it. This can't be undone.
      </p>
      {revoke.error && <ProblemView error={revoke.error} layout="inline" />}
    </ConfirmDialog>
  )
}
