import {
  apiIndexRoute,
  apiRoute,
  deploymentsRoute,
  designRoute,
  portalRoute,
  requestRoute,
  requestsRoute,
  reviewRoute,
  settingsRoute,
  timelineRoute,
  trafficRoute,
} from './api.ts'
import { resetPasswordRoute, setupRoute, signInRoute } from './outside.ts'
import { insideRoute, rootRoute } from './root.ts'
import {
  accountRoute,
  activityRoute,
  apiListRoute,
  gatewaysRoute,
  tokensRoute,
  usersRoute,
} from './workspace.ts'

/** Table of contents of the console's addresses. */
export const routeTree = rootRoute.addChildren([
  setupRoute,
  signInRoute,
  resetPasswordRoute,
  insideRoute.addChildren([
    apiListRoute,
    gatewaysRoute,
    usersRoute,
    tokensRoute,
    activityRoute,
    accountRoute,
    apiRoute.addChildren([
      apiIndexRoute,
      designRoute,
      reviewRoute,
      deploymentsRoute,
      timelineRoute,
      requestsRoute,
      requestRoute,
      trafficRoute,
      portalRoute,
      settingsRoute,
    ]),
  ]),
])
