import { defineCheck } from './check.ts'

export const securityIntroduced = defineCheck({
  id: 'security-introduced',
  on: 'security-changed',
  level: 'breaking',
  area: 'security',
  finds: 'Callers have to say who they are.',
  applies: ({ wasOpen, isOpen }) => wasOpen && !isOpen,
  message: ({ from, to }) => `Callers need ${to}; it was ${from}.`,
  title: ({ subject }) => `Ask for more security in ${subject}`,
})
