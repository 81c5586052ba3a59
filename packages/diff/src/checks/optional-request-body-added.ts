import { defineLastCheck } from './check.ts'

export const optionalRequestBodyAdded = defineLastCheck({
  id: 'optional-request-body-added',
  on: 'request-body-added',
  level: 'safe',
  area: 'body',
  direction: 'request',
  finds: 'A request body may be sent.',
  message: () => 'A request body may be sent now.',
  title: ({ subject }) => `Accept a request body in ${subject}`,
})
