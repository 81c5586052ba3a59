import { defineLastCheck } from './check.ts'

export const upstreamChanged = defineLastCheck({
  id: 'upstream-changed',
  on: 'upstream-changed',
  level: 'risky',
  area: 'behaviour',
  finds: 'The URL of an upstream is another one.',
  message: ({ name, from, to }) => `The upstream ${name} is ${to}, it was ${from}.`,
  title: ({ users, to }) => `Point ${users} at ${to}`,
})
