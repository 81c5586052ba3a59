import { defineLastCheck } from './check.ts'

export const routeRemoved = defineLastCheck({
  id: 'route-removed',
  on: 'route-removed',
  level: 'breaking',
  area: 'operation',
  finds: 'A WebSocket route is gone.',
  message: ({ routeKey }) =>
    routeKey === '$default'
      ? 'The route $default is gone: messages that no other route takes get an error.'
      : `The route ${routeKey} is gone: messages that ask for it go to $default, or get an error.`,
  title: ({ routeKey }) => `Remove route ${routeKey}`,
})
