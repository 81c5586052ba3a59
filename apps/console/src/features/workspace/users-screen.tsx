import type { UserView } from '@penstock/server'
import { Badge, Button, IconButton, Menu, MenuItem, MenuSeparator, Td, Tr } from '@penstock/ui'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Ellipsis, KeyRound, Plus, ShieldCheck, ShieldMinus, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { useMay, useUser } from '../../app/session.ts'
import { trpc } from '../../app/trpc.ts'
import { ChangeRoleDialog } from './change-role-dialog.tsx'
import { NewUserDialog } from './new-user-dialog.tsx'
import { RefusedScreen } from './refused-screen.tsx'
import { RemoveUserDialog } from './remove-user-dialog.tsx'
import { ResetLinkDialog } from './reset-link-dialog.tsx'
import { roleNames } from './roles.ts'
import { TableScreen } from './table-screen.tsx'

type Deed = 'role' | 'reset' | 'remove'

/** The people who may sign in. */
export function UsersScreen() {
  return useMay('see users') ? <Users /> : <RefusedScreen title="Users" what="manage the users" />
}

function Users() {
  const me = useUser()
  const users = useQuery(trpc.users.list.queryOptions())
  const [isAdding, setAdding] = useState(false)
  const [doing, setDoing] = useState<{ deed: Deed; user: UserView } | null>(null)
  const close = () => setDoing(null)
  return (
    <TableScreen
      title="Users"
      lead="People who may sign in to this Penstock. Programs use API tokens."
      action={
        <Button
          variant="primary"
          icon={<Plus aria-hidden className="size-3.5" />}
          onPress={() => setAdding(true)}
        >
          Add user
        </Button>
      }
      query={users}
      columns={[
        { name: 'Name' },
        { name: 'E-mail', isWide: true },
        { name: 'Role' },
        { name: 'Actions', isHidden: true },
      ]}
      row={(user) => (
        <Tr key={user.id}>
          <Td className="font-medium whitespace-nowrap">
            {user.name} {user.id === me.id && <span className="font-normal text-fg-3">(you)</span>}
          </Td>
          <Td className="text-fg-2">{user.email}</Td>
          <Td>
            <Badge tone={user.role === 'admin' ? 'accent' : 'neutral'}>{roleNames[user.role]}</Badge>
          </Td>
          <Td isActions>
            {user.id === me.id ? (
              <Link to="/account" className="px-2 text-xs text-accent-fg underline-offset-2 hover:underline">
                Account
              </Link>
            ) : (
              <UserMenu user={user} onChoose={(deed) => setDoing({ deed, user })} />
            )}
          </Td>
        </Tr>
      )}
    >
      <NewUserDialog isOpen={isAdding} onClose={() => setAdding(false)} />
      {doing?.deed === 'role' && <ChangeRoleDialog user={doing.user} onClose={close} />}
      {doing?.deed === 'reset' && <ResetLinkDialog user={doing.user} onClose={close} />}
      {doing?.deed === 'remove' && <RemoveUserDialog user={doing.user} onClose={close} />}
    </TableScreen>
  )
}

function UserMenu({ user, onChoose }: { user: UserView; onChoose: (deed: Deed) => void }) {
  const isAdmin = user.role === 'admin'
  const RoleIcon = isAdmin ? ShieldMinus : ShieldCheck
  return (
    <Menu
      label={`Actions for ${user.name}`}
      placement="bottom end"
      trigger={
        <IconButton label={`Actions for ${user.name}`} size="sm">
          <Ellipsis aria-hidden className="size-4" />
        </IconButton>
      }
    >
      <MenuItem icon={<RoleIcon aria-hidden />} onAction={() => onChoose('role')}>
        {isAdmin ? 'Make member' : 'Make administrator'}
      </MenuItem>
      <MenuItem icon={<KeyRound aria-hidden />} onAction={() => onChoose('reset')}>
        Reset password
      </MenuItem>
      <MenuSeparator />
      <MenuItem icon={<Trash2 aria-hidden />} isDanger onAction={() => onChoose('remove')}>
        Remove
      </MenuItem>
    </Menu>
  )
}
