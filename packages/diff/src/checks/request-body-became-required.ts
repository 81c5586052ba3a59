import { defineCheck } from './check.ts'

export const requestBodyBecameRequired = defineCheck({
  id: 'request-body-became-required',
  on: 'request-body-required',
  level: 'breaking',
  area: 'body',
  direction: 'request',
  finds: 'A request body that callers could leave out is required.',
  applies: ({ required }) => required,
  message: () => 'The request body is required now.',
  title: ({ subject }) => `Require the request body in ${subject}`,
})
