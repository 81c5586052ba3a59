import { defineCheck } from './check.ts'

export const connectionRouteRemoved = defineCheck({
  id: 'connection-route-removed',
  on: 'route-removed',
  level: 'risky',
  area: 'behaviour',
  finds: 'Nothing runs any more when connections open or close.',
  applies: ({ routeKey }) => routeKey === '$connect' || routeKey === '$disconnect',
  message: ({ routeKey }) =>
    routeKey === '$connect'
      ? 'The route $connect is gone: every connection opens, and nothing asks who calls.'
      : 'The route $disconnect is gone: nothing hears of it when a connection closes.',
  title: ({ routeKey }) => `Remove route ${routeKey}`,
})
