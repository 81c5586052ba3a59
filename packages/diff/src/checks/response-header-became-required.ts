import { defineCheck } from './check.ts'

export const responseHeaderBecameRequired = defineCheck({
  id: 'response-header-became-required',
  on: 'response-header-required',
  level: 'safe',
  area: 'header',
  direction: 'response',
  finds: 'A header of a response is always there.',
  applies: ({ required }) => required,
  message: ({ status, header }) => `The header ${header} of the ${status} response is always there now.`,
  title: ({ status, header, subject }) => `Promise header ${header} of response ${status} of ${subject}`,
})
