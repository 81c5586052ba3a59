import { verdicts } from '@penstock/diff/words'
import { kinds, type RecordKind } from '@penstock/model'
import { createRoute, lazyRouteComponent, redirect } from '@tanstack/react-router'
import { beginDraft } from '../app/load-draft.ts'
import { openSessions } from '../designer/open-sessions.ts'
import { ApiFrame } from '../features/shell/api-frame.tsx'
import { insideRoute } from './root.ts'
import { oneOf, present, text } from './search.ts'

type Raw = Record<string, unknown>

/** One API: its header and the stage strip, above every screen of it. */
export const apiRoute = createRoute({
  getParentRoute: () => insideRoute,
  path: '/apis/$slug',
  component: ApiFrame,
})

export const apiIndexRoute = createRoute({
  getParentRoute: () => apiRoute,
  path: '/',
  beforeLoad: ({ params }) => {
    throw redirect({ to: '/apis/$slug/design', params })
  },
})

export const designRoute = createRoute({
  getParentRoute: () => apiRoute,
  path: '/design',
  validateSearch: (raw: Raw) => present({ selected: text(raw['selected']) }),
  // The draft is on its way while the designer is; a session that was left needs it later, once it has saved.
  loader: ({ params, cause }) => {
    if (cause === 'enter' && !openSessions.has(params.slug)) beginDraft(params.slug)
  },
  component: lazyRouteComponent(() => import('../features/design/design-screen.tsx'), 'DesignScreen'),
})

export const reviewRoute = createRoute({
  getParentRoute: () => apiRoute,
  path: '/review',
  validateSearch: (raw: Raw) =>
    present({
      stage: text(raw['stage']),
      change: text(raw['change']),
      record: text(raw['record']),
      node: text(raw['node']),
      at: text(raw['at']),
      verdict: oneOf(raw['verdict'], verdicts),
      kind: oneOf(raw['kind'], Object.keys(kinds) as RecordKind[]),
      use: oneOf(raw['use'], ['day', 'month', 'none']),
      sort: oneOf(raw['sort'], ['use']),
      find: text(raw['find']),
      view: oneOf(raw['view'], ['text']),
      layout: oneOf(raw['layout'], ['unified']),
      ask: oneOf(raw['ask'], ['request']),
    }),
  component: lazyRouteComponent(() => import('../features/review/review-screen.tsx'), 'ReviewScreen'),
})

export const deploymentsRoute = createRoute({
  getParentRoute: () => apiRoute,
  path: '/deployments',
  validateSearch: (raw: Raw) =>
    present({
      stage: text(raw['stage']),
      source: oneOf(raw['source'], ['console', 'cli', 'api']),
      q: text(raw['q']),
      from: text(raw['from']),
      to: text(raw['to']),
      change: text(raw['change']),
      record: text(raw['record']),
      node: text(raw['node']),
      view: oneOf(raw['view'], ['text']),
      layout: oneOf(raw['layout'], ['unified']),
    }),
  component: lazyRouteComponent(
    () => import('../features/deployments/deployments-screen.tsx'),
    'DeploymentsScreen',
  ),
})

export const timelineRoute = createRoute({
  getParentRoute: () => apiRoute,
  path: '/deployments/timeline',
  validateSearch: (raw: Raw) =>
    present({ stage: text(raw['stage']), version: text(raw['version']), record: text(raw['record']) }),
  component: lazyRouteComponent(
    () => import('../features/deployments/timeline/timeline-screen.tsx'),
    'TimelineScreen',
  ),
})

export const requestsRoute = createRoute({
  getParentRoute: () => apiRoute,
  path: '/deployments/requests',
  validateSearch: (raw: Raw) => present({ show: oneOf(raw['show'], ['all']) }),
  component: lazyRouteComponent(
    () => import('../features/deployments/requests/requests-screen.tsx'),
    'RequestsScreen',
  ),
})

export const requestRoute = createRoute({
  getParentRoute: () => apiRoute,
  path: '/deployments/requests/$number',
  validateSearch: (raw: Raw) =>
    present({
      change: text(raw['change']),
      record: text(raw['record']),
      node: text(raw['node']),
      view: oneOf(raw['view'], ['text']),
      layout: oneOf(raw['layout'], ['unified']),
    }),
  component: lazyRouteComponent(
    () => import('../features/deployments/requests/request-screen.tsx'),
    'RequestScreen',
  ),
})

export const trafficRoute = createRoute({
  getParentRoute: () => apiRoute,
  path: '/traffic',
  validateSearch: (raw: Raw) =>
    present({
      stage: text(raw['stage']),
      q: text(raw['q']),
      status: oneOf(raw['status'], ['ok', 'client', 'server']),
      request: text(raw['request']),
    }),
  component: lazyRouteComponent(() => import('../features/traffic/traffic-screen.tsx'), 'TrafficScreen'),
})

export const portalRoute = createRoute({
  getParentRoute: () => apiRoute,
  path: '/portal',
  component: lazyRouteComponent(() => import('../features/portal/portal-screen.tsx'), 'PortalScreen'),
})

export const settingsRoute = createRoute({
  getParentRoute: () => apiRoute,
  path: '/settings',
  validateSearch: (raw: Raw) =>
    present({ section: oneOf(raw['section'], ['general', 'stages', 'verdicts', 'export']) }),
  component: lazyRouteComponent(() => import('../features/settings/settings-screen.tsx'), 'SettingsScreen'),
})
