import { defineCheck } from './check.ts'
import { change } from './words.ts'

export const routeSelectionChanged = defineCheck({
  id: 'route-selection-changed',
  on: 'api-changed',
  level: 'breaking',
  area: 'api',
  direction: 'request',
  finds: 'Messages of a WebSocket API ask for their routes in another way.',
  applies: ({ field }) => field === 'routeSelectionExpression',
  message: (delta) =>
    `The route selection expression is ${change(delta)}. Messages that are written as before may reach another route, or none.`,
  title: () => 'Change how messages choose their route',
})
