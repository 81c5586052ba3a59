import type { Role, UserView } from '@penstock/server'
import { Badge, Button, ConfirmDialog, SkeletonRows, Table, TableHead, Td, Th, Tr } from '@penstock/ui'
import { useMutation, useQuery } from '@tanstack/react-query'
import { Plus } from 'lucide-react'
import { useState } from 'react'
import { ProblemView } from '../../app/problem-view.tsx'
import { useUser } from '../../app/session.ts'
import { queryClient, trpc } from '../../app/trpc.ts'
import { useTitle } from '../../app/use-title.ts'
import { Page, Panel, WorkspaceHeader } from '../shell/page.tsx'
import { NewUserDialog } from './new-user-dialog.tsx'

/** What a role may do, in a sentence. */
export const roleTexts: Record<Role, string> = {
  admin: 'Everything, also users and tokens of others',
  member: 'Design, review and deploy',
}

/** The people who may sign in. */
export function UsersScreen() {
  useTitle('Users')
  const me = useUser()
  const users = useQuery(trpc.users.list.queryOptions())
  const [dialog, setDialog] = useState<'new' | UserView | null>(null)
  return (
    <>
      <WorkspaceHeader title="Users" />
      <main id="main" className="flex min-h-0 flex-1 flex-col">
        {users.error && !users.data && (
          <ProblemView error={users.error} onRetry={() => void users.refetch()} />
        )}
        {users.isPending && <SkeletonRows />}
        {users.data && (
          <Page
            title="Users"
            lead="People who may sign in to this Penstock. Programs use API tokens."
            actions={
              me.role === 'admin' && (
                <Button
                  variant="primary"
                  icon={<Plus aria-hidden className="size-3.5" />}
                  onPress={() => setDialog('new')}
                >
                  Add user
                </Button>
              )
            }
          >
            <Panel>
              <Table label="Users">
                <TableHead>
                  <Th>Name</Th>
                  <Th>E-mail</Th>
                  <Th>Role</Th>
                  <Th>
                    <span className="sr-only">Actions</span>
                  </Th>
                </TableHead>
                <tbody>
                  {users.data.map((user) => (
                    <Tr key={user.id}>
                      <Td className="font-medium">
                        {user.name}{' '}
                        {user.id === me.id && <span className="font-normal text-fg-3">(you)</span>}
                      </Td>
                      <Td className="text-fg-2">{user.email}</Td>
                      <Td>
                        <Badge tone={user.role === 'admin' ? 'accent' : 'neutral'}>{user.role}</Badge>
                      </Td>
                      <Td isActions>
                        {me.role === 'admin' && user.id !== me.id && (
                          <Button variant="quiet" onPress={() => setDialog(user)}>
                            Remove<span className="sr-only"> {user.name}</span>
                          </Button>
                        )}
                      </Td>
                    </Tr>
                  ))}
                </tbody>
              </Table>
            </Panel>
          </Page>
        )}
      </main>
      <NewUserDialog isOpen={dialog === 'new'} onClose={() => setDialog(null)} />
      {dialog !== null && dialog !== 'new' && (
        <RemoveUserDialog user={dialog} onClose={() => setDialog(null)} />
      )}
    </>
  )
}

function RemoveUserDialog({ user, onClose }: { user: UserView; onClose: () => void }) {
  const remove = useMutation(
    trpc.users.remove.mutationOptions({
      onSuccess: async () => {
        await queryClient.invalidateQueries(trpc.users.list.queryFilter())
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
        {user.email} is signed out everywhere and can't sign in any more. What they did stays in the history.
      </p>
      {remove.error && <ProblemView error={remove.error} layout="inline" />}
    </ConfirmDialog>
  )
}
