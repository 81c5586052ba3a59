import { defineCheck } from './check.ts'

export const routeResponseDropped = defineCheck({
  id: 'route-response-dropped',
  on: 'route-response-changed',
  level: 'breaking',
  area: 'body',
  direction: 'response',
  finds: 'A WebSocket route answers no more.',
  applies: ({ isOn }) => !isOn,
  message: () =>
    'What the integration answers is not sent back any more: clients that wait for it wait for ever.',
  title: ({ subject }) => `Stop answering in ${subject}`,
})
