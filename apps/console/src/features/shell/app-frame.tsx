import { setThemeChoice, ToastRegion } from '@penstock/ui'
import { Outlet, useParams, useRouter } from '@tanstack/react-router'
import { useEffect, useMemo } from 'react'
import { commandRegistry } from '../../app/command-registry.ts'
import { listenForShortcuts } from '../../app/keyboard.ts'
import { useMay } from '../../app/session.ts'
import { useRegisterCommands } from '../../app/use-commands.ts'
import { useLiveConnection } from '../../app/use-live.ts'
import { ConnectionBanner } from './connection-banner.tsx'
import { useOverlays } from './overlays.ts'
import { Palette } from './palette.tsx'
import { Rail } from './rail.tsx'
import { ShortcutsSheet } from './shortcuts-sheet.tsx'

/** The rail, the screen, and what floats above every screen. */
export function AppFrame() {
  const { slug } = useParams({ strict: false })
  useLiveConnection(slug ?? null)
  useEffect(() => listenForShortcuts(document, commandRegistry), [])
  useShellCommands()
  return (
    <div className="flex h-screen min-h-0 flex-col bg-bg text-fg">
      <a
        href="#main"
        className="sr-only z-50 rounded-md bg-raised px-3 py-1.5 text-sm focus:not-sr-only focus:absolute focus:top-2 focus:left-2"
      >
        Skip to the content
      </a>
      <ConnectionBanner />
      <div className="flex min-h-0 flex-1">
        <Rail />
        <div className="flex min-w-0 flex-1 flex-col">
          <Outlet />
        </div>
      </div>
      <Palette />
      <ShortcutsSheet />
      <ToastRegion />
    </div>
  )
}

function useShellCommands(): void {
  const router = useRouter()
  const show = useOverlays((state) => state.show)
  const maySeeUsers = useMay('see users')
  useRegisterCommands(
    useMemo(() => {
      const go = (to: '/' | '/gateways' | '/users' | '/tokens' | '/activity' | '/account') => () =>
        void router.navigate({ to })
      return [
        {
          id: 'shell.palette',
          label: 'Command palette',
          group: 'General',
          shortcut: 'mod+k',
          hidden: true,
          run: () => show('palette'),
        },
        {
          id: 'shell.shortcuts',
          label: 'Keyboard shortcuts',
          group: 'General',
          shortcut: '?',
          run: () => show('shortcuts'),
        },
        {
          id: 'go.apis',
          label: 'All APIs',
          group: 'Workspace',
          shortcut: 'g a',
          keywords: ['home', 'list'],
          run: go('/'),
        },
        {
          id: 'go.gateways',
          label: 'Gateways',
          group: 'Workspace',
          keywords: ['nodes', 'runtime'],
          run: go('/gateways'),
        },
        {
          id: 'go.users',
          label: 'Users',
          group: 'Workspace',
          keywords: ['people', 'accounts'],
          enabled: () => maySeeUsers,
          run: go('/users'),
        },
        {
          id: 'go.tokens',
          label: 'API tokens',
          group: 'Workspace',
          keywords: ['automation', 'ci'],
          run: go('/tokens'),
        },
        {
          id: 'go.activity',
          label: 'Activity',
          group: 'Workspace',
          keywords: ['audit', 'log', 'who'],
          run: go('/activity'),
        },
        {
          id: 'go.account',
          label: 'Account',
          group: 'Workspace',
          keywords: ['password', 'profile', 'name', 'me'],
          run: go('/account'),
        },
        {
          id: 'apis.import',
          label: 'Import a description',
          group: 'APIs',
          keywords: ['openapi', 'swagger', 'upload'],
          run: () => void router.navigate({ to: '/', search: { new: 'import' } }),
        },
        {
          id: 'apis.create',
          label: 'New API',
          group: 'APIs',
          keywords: ['create', 'draw'],
          run: () => void router.navigate({ to: '/', search: { new: 'empty' } }),
        },
        {
          id: 'theme.system',
          label: 'Theme: as the system',
          group: 'Theme',
          run: () => setThemeChoice('system'),
        },
        { id: 'theme.light', label: 'Theme: light', group: 'Theme', run: () => setThemeChoice('light') },
        { id: 'theme.dark', label: 'Theme: dark', group: 'Theme', run: () => setThemeChoice('dark') },
      ]
    }, [router, show, maySeeUsers]),
  )
}
