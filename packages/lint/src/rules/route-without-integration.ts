import { defineRule } from '../rule.ts'

export const routeWithoutIntegration = defineRule({
  id: 'route-without-integration',
  severity: 'warning',
  title: 'Nothing answers this WebSocket route',
  why: 'A message that asks for a route without an integration reaches nothing, and its client gets an error.',
  mend: 'Connect it to an integration: a function, an HTTP service or a mock.',
  on: ['route'],
  *check({ routeKey, integration }) {
    // Connections open and close without one.
    if (integration !== undefined || routeKey === '$connect' || routeKey === '$disconnect') return
    const message = `The route ${routeKey} has no integration: every message to it gets an error.`
    yield { path: ['integration'], message }
  },
})
