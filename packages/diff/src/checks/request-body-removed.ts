import { defineLastCheck } from './check.ts'

export const requestBodyRemoved = defineLastCheck({
  id: 'request-body-removed',
  on: 'request-body-removed',
  level: 'risky',
  area: 'body',
  direction: 'request',
  finds: 'The request body is gone.',
  message: () => 'The request body is gone: what callers send may be ignored or refused.',
  title: ({ subject }) => `Remove the request body from ${subject}`,
})
