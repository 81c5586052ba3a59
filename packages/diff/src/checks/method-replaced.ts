import { defineLastCheck } from './check.ts'

export const methodReplaced = defineLastCheck({
  id: 'method-replaced',
  on: 'method-changed',
  level: 'breaking',
  area: 'operation',
  finds: 'An operation answers another method.',
  message: ({ from, to }) => `${from} is now ${to}: calls with ${from} fail.`,
  title: ({ from, path, subject }) => `Change ${from} ${path} to ${subject}`,
})
