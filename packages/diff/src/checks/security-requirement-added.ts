import { defineCheck } from './check.ts'

export const securityRequirementAdded = defineCheck({
  id: 'security-requirement-added',
  on: 'security-changed',
  level: 'breaking',
  area: 'security',
  finds: 'Callers need one more credential.',
  applies: ({ effect }) => effect !== 'widened',
  message: ({ from, to }) => `Callers need ${to}; it was ${from}.`,
  title: ({ subject }) => `Ask for more security in ${subject}`,
})
