import { defineLastCheck } from './check.ts'

export const routeResponseIntroduced = defineLastCheck({
  id: 'route-response-introduced',
  on: 'route-response-changed',
  level: 'risky',
  area: 'body',
  direction: 'response',
  finds: 'A WebSocket route answers now.',
  message: () =>
    'What the integration answers is sent back now: clients get messages that they did not get before.',
  title: ({ subject }) => `Answer in ${subject}`,
})
