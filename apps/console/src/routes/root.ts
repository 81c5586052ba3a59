import { createRootRoute, createRoute, redirect } from '@tanstack/react-router'
import { loadSession } from '../app/session.ts'
import { AppFrame } from '../features/shell/app-frame.tsx'

export const rootRoute = createRootRoute()

/** Everything behind the sign-in: the frame with the rail. */
export const insideRoute = createRoute({
  getParentRoute: () => rootRoute,
  id: 'inside',
  component: AppFrame,
  beforeLoad: async ({ location }) => {
    const session = await loadSession()
    if (session.setupRequired) throw redirect({ to: '/setup' })
    if (!session.user) throw redirect({ to: '/sign-in', search: { next: location.href } })
  },
})
