import { defineLastCheck } from './check.ts'

export const requestBodyBecameOptional = defineLastCheck({
  id: 'request-body-became-optional',
  on: 'request-body-required',
  level: 'safe',
  area: 'body',
  direction: 'request',
  finds: 'A required request body may be left out.',
  message: () => 'The request body is optional now.',
  title: ({ subject }) => `Make the request body optional in ${subject}`,
})
