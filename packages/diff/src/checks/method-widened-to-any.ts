import { defineCheck } from './check.ts'

export const methodWidenedToAny = defineCheck({
  id: 'method-widened-to-any',
  on: 'method-changed',
  level: 'safe',
  area: 'operation',
  finds: 'An operation answers every method now.',
  applies: ({ to }) => to === 'ANY',
  message: ({ from }) => `Every method is answered now, not only ${from}.`,
  title: ({ from, path, subject }) => `Change ${from} ${path} to ${subject}`,
})
