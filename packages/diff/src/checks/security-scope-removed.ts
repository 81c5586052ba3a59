import { defineCheck } from './check.ts'

export const securityScopeRemoved = defineCheck({
  id: 'security-scope-removed',
  on: 'security-changed',
  level: 'safe',
  area: 'security',
  finds: 'Callers need one scope less.',
  applies: ({ scopesRemoved }) => scopesRemoved.length > 0,
  message: ({ from, to }) => `Callers need ${to}; it was ${from}.`,
  title: ({ subject }) => `Ask for less security in ${subject}`,
})
