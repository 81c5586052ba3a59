import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { insideRoute } from './root.ts'
import { oneOf, present, text } from './search.ts'

export interface ApiListSearch {
  /** The dialog that is open. */
  new?: 'import' | 'empty'
  view?: 'table'
  q?: string
}

export const apiListRoute = createRoute({
  getParentRoute: () => insideRoute,
  path: '/',
  validateSearch: (raw: Record<string, unknown>): ApiListSearch =>
    present({
      new: oneOf(raw['new'], ['import', 'empty']),
      view: oneOf(raw['view'], ['table']),
      q: text(raw['q']),
    }),
  component: lazyRouteComponent(() => import('../features/apis/api-list-screen.tsx'), 'ApiListScreen'),
})

export const gatewaysRoute = createRoute({
  getParentRoute: () => insideRoute,
  path: '/gateways',
  component: lazyRouteComponent(() => import('../features/workspace/gateways-screen.tsx'), 'GatewaysScreen'),
})

export const usersRoute = createRoute({
  getParentRoute: () => insideRoute,
  path: '/users',
  component: lazyRouteComponent(() => import('../features/workspace/users-screen.tsx'), 'UsersScreen'),
})

export const tokensRoute = createRoute({
  getParentRoute: () => insideRoute,
  path: '/tokens',
  component: lazyRouteComponent(() => import('../features/workspace/tokens-screen.tsx'), 'TokensScreen'),
})

export const accountRoute = createRoute({
  getParentRoute: () => insideRoute,
  path: '/account',
  component: lazyRouteComponent(() => import('../features/account/account-screen.tsx'), 'AccountScreen'),
})

export const activityRoute = createRoute({
  getParentRoute: () => insideRoute,
  path: '/activity',
  validateSearch: (raw: Record<string, unknown>) =>
    present({
      api: text(raw['api']),
      actor: text(raw['actor']),
      kind: oneOf(raw['kind'], ['definition', 'deployments', 'settings', 'access']),
    }),
  component: lazyRouteComponent(() => import('../features/activity/activity-screen.tsx'), 'ActivityScreen'),
})
