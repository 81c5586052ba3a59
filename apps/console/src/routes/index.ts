import {
  apiIndexRoute,
  apiRoute,
  deploymentsRoute,
  designRoute,
  portalRoute,
  reviewRoute,
  settingsRoute,
  trafficRoute,
} from './api.ts'
import { setupRoute, signInRoute } from './outside.ts'
import { insideRoute, rootRoute } from './root.ts'
import { activityRoute, apiListRoute, gatewaysRoute, tokensRoute, usersRoute } from './workspace.ts'

/** Table of contents of the console's addresses. */
export const routeTree = rootRoute.addChildren([
  setupRoute,
  signInRoute,
  insideRoute.addChildren([
    apiListRoute,
    gatewaysRoute,
    usersRoute,
    tokensRoute,
    activityRoute,
    apiRoute.addChildren([
      apiIndexRoute,
      designRoute,
      reviewRoute,
      deploymentsRoute,
      trafficRoute,
      portalRoute,
      settingsRoute,
    ]),
  ]),
])
