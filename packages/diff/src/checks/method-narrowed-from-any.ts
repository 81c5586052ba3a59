import { defineCheck } from './check.ts'

export const methodNarrowedFromAny = defineCheck({
  id: 'method-narrowed-from-any',
  on: 'method-changed',
  level: 'breaking',
  area: 'operation',
  finds: 'An operation that answered every method answers one.',
  applies: ({ from }) => from === 'ANY',
  message: ({ to }) => `Only ${to} is answered now: calls with every other method fail.`,
  title: ({ from, path, subject }) => `Change ${from} ${path} to ${subject}`,
})
