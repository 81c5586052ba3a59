import { defineLastCheck } from './check.ts'

export const responseHeaderBecameOptional = defineLastCheck({
  id: 'response-header-became-optional',
  on: 'response-header-required',
  level: 'breaking',
  area: 'header',
  direction: 'response',
  finds: 'A header of a response is not always there any more.',
  message: ({ status, header }) =>
    `The header ${header} of the ${status} response is not always there any more.`,
  title: ({ status, header, subject }) =>
    `Make header ${header} of response ${status} of ${subject} optional`,
})
