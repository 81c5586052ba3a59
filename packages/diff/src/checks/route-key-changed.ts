import { defineLastCheck } from './check.ts'

export const routeKeyChanged = defineLastCheck({
  id: 'route-key-changed',
  on: 'route-key-changed',
  level: 'breaking',
  area: 'operation',
  finds: 'A WebSocket route is asked for by another key.',
  message: ({ from, to }) => `The route ${from} is asked for as ${to} now.`,
  title: ({ from, to }) => `Rename route ${from} to ${to}`,
})
