import { defineLastCheck } from './check.ts'

export const errorResponseAdded = defineLastCheck({
  id: 'error-response-added',
  on: 'response-added',
  level: 'safe',
  area: 'status',
  direction: 'response',
  finds: 'A response is described that is no success.',
  message: ({ status }) => `The response ${status} is described now.`,
  title: ({ status, subject }) => `Add response ${status} to ${subject}`,
})
