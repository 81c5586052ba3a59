import { defineLastCheck } from './check.ts'

export const responseHeaderAdded = defineLastCheck({
  id: 'response-header-added',
  on: 'response-header-added',
  level: 'safe',
  area: 'header',
  direction: 'response',
  finds: 'A response has one more header.',
  message: ({ status, header }) => `The ${status} response has a header ${header} now.`,
  title: ({ status, header, subject }) => `Add header ${header} to response ${status} of ${subject}`,
})
