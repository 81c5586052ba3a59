import { defineLastCheck } from './check.ts'

export const routeAdded = defineLastCheck({
  id: 'route-added',
  on: 'route-added',
  level: 'safe',
  area: 'operation',
  finds: 'A WebSocket route is new.',
  message: ({ routeKey }) => `The route ${routeKey} is new.`,
  title: ({ routeKey }) => `Add route ${routeKey}`,
})
