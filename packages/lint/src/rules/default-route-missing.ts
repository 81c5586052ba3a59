import { defineRule } from '../rule.ts'

export const defaultRouteMissing = defineRule({
  id: 'default-route-missing',
  severity: 'info',
  title: 'Messages that no route takes get an error',
  why: 'A message that is no JSON, or asks for a route that there is not, goes to $default. Without that route its client gets an error that says no more than "Forbidden".',
  mend: 'Draw the route $default, and say there what can be asked for.',
  *check({ api, all }) {
    const routes = all('route')
    if (api?.type !== 'WEBSOCKET' || routes.length === 0) return
    if (routes.some(({ routeKey }) => routeKey === '$default')) return
    yield {
      record: api.id,
      message: 'There is no route $default: messages that no route takes get an error.',
    }
  },
})
