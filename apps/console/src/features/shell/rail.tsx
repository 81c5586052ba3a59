import { cx, IconButton, Menu, MenuItem, MenuSection, MenuSeparator, toast, WithTooltip } from '@penstock/ui'
import { useMutation } from '@tanstack/react-query'
import { Link, useParams, useRouter } from '@tanstack/react-router'
import { CircleUser, History, KeyRound, Keyboard, Layers, LogOut, Server, Users } from 'lucide-react'
import { Focusable } from 'react-aria-components'
import { liveConnection } from '../../app/live.ts'
import { problemOf } from '../../app/problem.ts'
import { leaveForSignIn, useMay, useUser } from '../../app/session.ts'
import { trpc } from '../../app/trpc.ts'
import { initials } from '../presence/person.ts'
import { Logo } from './logo.tsx'
import { useOverlays } from './overlays.ts'

const places = [
  { to: '/', label: 'APIs', Icon: Layers },
  { to: '/gateways', label: 'Gateways', Icon: Server },
  { to: '/users', label: 'Users', Icon: Users },
  { to: '/tokens', label: 'API tokens', Icon: KeyRound },
  { to: '/activity', label: 'Activity', Icon: History },
] as const

const itemClass =
  'flex size-8 items-center justify-center rounded-md text-fg-3 transition-[background-color] hover:bg-hover hover:text-fg'

/** The places that belong to no one API. */
export function Rail() {
  const showOverlay = useOverlays((state) => state.show)
  const maySeeUsers = useMay('see users')
  return (
    <nav
      aria-label="Workspace"
      className="flex w-12 shrink-0 flex-col items-center gap-1 border-r border-line bg-sunken py-2"
    >
      <Link
        to="/"
        aria-label="Penstock, all APIs"
        className="mb-2 flex size-8 items-center justify-center rounded-md"
      >
        <Logo className="size-6" />
      </Link>
      {places
        .filter(({ to }) => to !== '/users' || maySeeUsers)
        .map(({ to, label, Icon }) => (
          <WithTooltip key={to} text={label} placement="right">
            <Focusable>
              <Link
                to={to}
                aria-label={label}
                activeOptions={{ exact: to === '/', includeSearch: false }}
                className={itemClass}
                activeProps={{ className: cx(itemClass, 'bg-pressed text-fg') }}
              >
                <Icon aria-hidden className="size-4" />
              </Link>
            </Focusable>
          </WithTooltip>
        ))}
      <span className="flex-1" />
      <IconButton
        label="Keyboard shortcuts"
        onPress={() => showOverlay('shortcuts')}
        className="size-8 text-fg-3"
      >
        <Keyboard aria-hidden className="size-4" />
      </IconButton>
      <AccountMenu />
    </nav>
  )
}

function AccountMenu() {
  const user = useUser()
  const { slug } = useParams({ strict: false })
  const router = useRouter()
  const signOut = useMutation(
    trpc.session.signOut.mutationOptions({
      // Before the session ends: the stream would be opened again, and refused.
      onMutate: () => liveConnection.close(),
      onSuccess: () => leaveForSignIn(),
      onError: (error) => {
        liveConnection.open(slug ?? null)
        toast({ title: 'Signing out failed', description: problemOf(error).title, tone: 'error' })
      },
    }),
  )
  return (
    <Menu
      label="Account"
      placement="right bottom"
      trigger={
        <IconButton label={`Account: ${user.name}`} className="size-8">
          <span className="flex size-6 items-center justify-center rounded-full bg-accent-soft text-2xs font-semibold text-accent-fg">
            {initials(user.name)}
          </span>
        </IconButton>
      }
    >
      <MenuSection title={`${user.email} · ${user.role}`}>
        <MenuItem icon={<CircleUser aria-hidden />} onAction={() => void router.navigate({ to: '/account' })}>
          Account
        </MenuItem>
        <MenuItem icon={<KeyRound aria-hidden />} onAction={() => void router.navigate({ to: '/tokens' })}>
          API tokens
        </MenuItem>
      </MenuSection>
      <MenuSeparator />
      <MenuItem icon={<LogOut aria-hidden />} onAction={() => signOut.mutate()}>
        Sign out
      </MenuItem>
    </Menu>
  )
}
