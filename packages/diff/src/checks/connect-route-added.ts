import { defineCheck } from './check.ts'

export const connectRouteAdded = defineCheck({
  id: 'connect-route-added',
  on: 'route-added',
  level: 'risky',
  area: 'behaviour',
  finds: 'A WebSocket API asks a route before connections open.',
  applies: ({ routeKey }) => routeKey === '$connect',
  message: () => 'The route $connect is new: what answers there decides which connections open.',
  title: () => 'Add route $connect',
})
