import { leaveToasts } from '@penstock/ui'
import { createRouter } from '@tanstack/react-router'
import { NotFound } from '../features/shell/not-found.tsx'
import { ScreenProblem } from '../features/shell/screen-problem.tsx'
import { ScreenLoading } from '../features/shell/screen-loading.tsx'
import { routeTree } from '../routes/index.ts'
import { leaveForSignIn } from './session.ts'
import { onSignedOut } from './trpc.ts'

export const router = createRouter({
  routeTree,
  defaultPreload: 'intent',
  defaultPendingComponent: ScreenLoading,
  defaultPendingMs: 150,
  defaultErrorComponent: ScreenProblem,
  defaultNotFoundComponent: NotFound,
  scrollRestoration: true,
})

// The session ended elsewhere: signed out in another tab, expired, or the account is gone.
onSignedOut(() => leaveForSignIn(router.latestLocation.href))

router.subscribe('onBeforeNavigate', ({ pathChanged }) => {
  if (pathChanged) leaveToasts()
})

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router
  }
}
