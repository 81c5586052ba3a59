import { defineCheck } from './check.ts'

export const securityDropped = defineCheck({
  id: 'security-dropped',
  on: 'security-changed',
  level: 'risky',
  area: 'security',
  finds: 'Callers need not say who they are any more.',
  applies: ({ wasOpen, isOpen }) => isOpen && !wasOpen,
  message: ({ from, to }) => `Callers need ${to}; it was ${from}. Anybody may call now.`,
  title: ({ subject }) => `Open ${subject} to everybody`,
})
