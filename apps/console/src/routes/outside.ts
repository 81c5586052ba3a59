import { createRoute, lazyRouteComponent, redirect } from '@tanstack/react-router'
import { isOwnAddress, isPortal, loadSession } from '../app/session.ts'
import { rootRoute } from './root.ts'
import { present, text } from './search.ts'

export const setupRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/setup',
  beforeLoad: async () => {
    const session = await loadSession()
    if (!session.setupRequired) throw redirect({ to: '/' })
  },
  component: lazyRouteComponent(() => import('../features/session/setup-screen.tsx'), 'SetupScreen'),
})

export const resetPasswordRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/reset-password',
  component: lazyRouteComponent(
    () => import('../features/session/reset-password-screen.tsx'),
    'ResetPasswordScreen',
  ),
})

export const signInRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/sign-in',
  validateSearch: (raw: Record<string, unknown>) => present({ next: text(raw['next']) }),
  beforeLoad: async ({ search }) => {
    const session = await loadSession()
    if (session.setupRequired) throw redirect({ to: '/setup' })
    if (!session.user) return
    const address = isOwnAddress(search.next) ? search.next : '/'
    throw isPortal(address) ? redirect({ href: address, reloadDocument: true }) : redirect({ to: address })
  },
  component: lazyRouteComponent(() => import('../features/session/sign-in-screen.tsx'), 'SignInScreen'),
})
