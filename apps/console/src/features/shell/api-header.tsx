import { Badge, Button, cx, IconButton, Kbd, Menu, MenuItem, MenuSection, MenuSeparator } from '@penstock/ui'
import { useQuery } from '@tanstack/react-query'
import { Link, useRouter } from '@tanstack/react-router'
import { ChevronsUpDown, Layers, Search } from 'lucide-react'
import { shortcutKeys } from '../../app/shortcut.ts'
import { apart, trpc } from '../../app/trpc.ts'
import { useOverlays } from './overlays.ts'
import { ThemeMenu } from './theme-menu.tsx'

/** The screens of an API, in the order of the header. */
export const screens = [
  { to: '/apis/$slug/design', label: 'Design', shortcut: 'g d', keywords: ['graph', 'canvas', 'edit'] },
  {
    to: '/apis/$slug/review',
    label: 'Review',
    shortcut: 'g r',
    keywords: ['deploy', 'plan', 'staged', 'changes'],
  },
  {
    to: '/apis/$slug/deployments',
    label: 'Deployments',
    shortcut: 'g h',
    keywords: ['history', 'roll back', 'compare'],
  },
  { to: '/apis/$slug/traffic', label: 'Traffic', shortcut: 'g t', keywords: ['requests', 'logs', 'errors'] },
  { to: '/apis/$slug/portal', label: 'Portal', shortcut: 'g p', keywords: ['documentation', 'developers'] },
  {
    to: '/apis/$slug/settings',
    label: 'Settings',
    shortcut: 'g s',
    keywords: ['stages', 'variables', 'export', 'delete'],
  },
] as const

const tabClass =
  'relative flex h-12 items-center px-2.5 text-sm text-fg-2 transition-[color] hover:text-fg focus-visible:-outline-offset-2 after:absolute after:inset-x-2.5 after:bottom-0 after:h-0.5'

export function ApiHeader({ slug }: { slug: string }) {
  // Asked for apart: nothing on the screen waits for it.
  const { data: waiting = 0 } = useQuery(trpc.deployRequests.waiting.queryOptions({ slug }, apart))
  return (
    <header className="flex h-12 shrink-0 items-center gap-2 border-b border-line bg-surface pr-3 pl-2">
      <ApiSwitcher slug={slug} />
      <nav aria-label="API" className="flex h-12 min-w-0 items-center overflow-x-auto [scrollbar-width:none]">
        {screens.map(({ to, label }) => {
          const count = to === '/apis/$slug/deployments' ? waiting : 0
          const words = `${count} ${count === 1 ? 'request waits' : 'requests wait'} for your approval`
          return (
            <Link
              key={to}
              to={to}
              params={{ slug }}
              className={tabClass}
              activeOptions={{ includeSearch: false }}
              activeProps={{ className: cx(tabClass, 'font-medium text-fg after:bg-accent') }}
              {...(count > 0 ? { 'aria-label': `${label}, ${words}`, title: words } : {})}
            >
              {label}
              {count > 0 && (
                <Badge tone="info" className="ml-1.5">
                  {count}
                </Badge>
              )}
            </Link>
          )
        })}
      </nav>
      <span className="flex-1" />
      <HeaderTools />
    </header>
  )
}

/** The palette's button and the theme, at the right of every header. */
export function HeaderTools() {
  const show = useOverlays((state) => state.show)
  return (
    <div className="flex items-center gap-1">
      <IconButton label="Command palette" className="w-auto gap-1.5 px-1.5" onPress={() => show('palette')}>
        <Search aria-hidden className="size-3.5" />
        <span className="contents max-md:hidden">
          <Kbd keys={shortcutKeys('mod+k')[0] ?? []} />
        </span>
      </IconButton>
      <ThemeMenu />
    </div>
  )
}

function ApiSwitcher({ slug }: { slug: string }) {
  const router = useRouter()
  const apis = useQuery(trpc.apis.list.queryOptions())
  const current = apis.data?.find((api) => api.slug === slug)
  return (
    <Menu
      label="APIs"
      className="max-h-96 w-72"
      trigger={
        <Button variant="quiet" className="max-w-56 shrink-0 px-2 font-semibold text-fg">
          <span className="truncate">{current?.name ?? slug}</span>
          <ChevronsUpDown aria-hidden className="size-3.5 shrink-0 text-fg-3" />
          <span className="sr-only">, switch API</span>
        </Button>
      }
    >
      <MenuSection title="Switch to">
        {(apis.data ?? []).map((api) => (
          <MenuItem
            key={api.slug}
            id={api.slug}
            textValue={api.name}
            isChecked={api.slug === slug}
            hint={<code className="max-w-28 truncate text-2xs text-fg-3">{api.slug}</code>}
            onAction={() => void router.navigate({ to: '/apis/$slug/design', params: { slug: api.slug } })}
          >
            {api.name}
          </MenuItem>
        ))}
      </MenuSection>
      <MenuSeparator />
      <MenuItem icon={<Layers aria-hidden />} onAction={() => void router.navigate({ to: '/' })}>
        All APIs
      </MenuItem>
    </Menu>
  )
}
