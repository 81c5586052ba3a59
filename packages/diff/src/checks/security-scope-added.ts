import { defineCheck } from './check.ts'
import { list } from './words.ts'

export const securityScopeAdded = defineCheck({
  id: 'security-scope-added',
  on: 'security-changed',
  level: 'breaking',
  area: 'security',
  finds: 'Callers need one more scope.',
  applies: ({ effect, scopesAdded }) => effect !== 'widened' && scopesAdded.length > 0,
  message: ({ from, to, scopesAdded }) =>
    `Callers need ${to}; it was ${from}. Tokens without ${list(scopesAdded)} are refused.`,
  title: ({ subject }) => `Ask for more security in ${subject}`,
})
