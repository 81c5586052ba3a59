import { defineLastCheck } from './check.ts'

export const nameChanged = defineLastCheck({
  id: 'name-changed',
  on: 'name-changed',
  level: 'documentation',
  area: 'documentation',
  finds: 'Something that callers do not see has another name.',
  message: ({ kind, from, to }) => `The ${kind} ${from} is called ${to} now.`,
  title: ({ kind, from, to }) => `Rename ${kind} ${from} to ${to}`,
})
