import { defineLastCheck } from './check.ts'

export const securityAlternativeAdded = defineLastCheck({
  id: 'security-alternative-added',
  on: 'security-changed',
  level: 'safe',
  area: 'security',
  finds: 'Callers have one more way to be let in.',
  message: ({ from, to }) => `Callers need ${to}; it was ${from}.`,
  title: ({ subject }) => `Ask for less security in ${subject}`,
})
