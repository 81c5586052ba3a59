import type { Role, UserView } from '@penstock/server'
import { ConfirmDialog } from '@penstock/ui'
import { useMutation } from '@tanstack/react-query'
import { ProblemView } from '../../app/problem-view.tsx'
import { queryClient, trpc } from '../../app/trpc.ts'

const effects: Record<Role, string> = {
  admin: 'may do everything from now on, also manage users, revoke tokens of others and remove APIs.',
  member:
    'designs, reviews and deploys from now on, and no more. Their API tokens become tokens of a member.',
}

export function ChangeRoleDialog({ user, onClose }: { user: UserView; onClose: () => void }) {
  const role = user.role === 'admin' ? 'member' : 'admin'
  const change = useMutation(
    trpc.users.changeRole.mutationOptions({
      onSuccess: async () => {
        await queryClient.invalidateQueries(trpc.users.list.queryFilter())
        onClose()
      },
    }),
  )
  const noun = role === 'admin' ? 'an administrator' : 'a member'
  return (
    <ConfirmDialog
      isOpen
      onClose={onClose}
      title={`Make ${user.name} ${noun}`}
      confirmLabel={`Make ${user.name} ${noun}`}
      isPending={change.isPending}
      onConfirm={() => change.mutate({ id: user.id, role })}
    >
      <p>
        {user.email} {effects[role]}
      </p>
      {change.error && <ProblemView error={change.error} layout="inline" />}
    </ConfirmDialog>
  )
}
