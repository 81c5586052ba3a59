import { defineCheck } from './check.ts'
import { list } from './words.ts'

export const securitySchemeRemoved = defineCheck({
  id: 'security-scheme-removed',
  on: 'security-changed',
  level: 'breaking',
  area: 'security',
  finds: 'A security scheme lets nobody in any more.',
  applies: ({ effect, schemesRemoved }) => effect !== 'widened' && schemesRemoved.length > 0,
  message: ({ from, to, schemesRemoved }) =>
    `Callers need ${to}; it was ${from}. ${list(schemesRemoved)} lets nobody in any more.`,
  title: ({ subject }) => `Ask for more security in ${subject}`,
})
