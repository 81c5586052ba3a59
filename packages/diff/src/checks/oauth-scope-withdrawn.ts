import { defineCheck } from './check.ts'
import { list } from './words.ts'

export const oauthScopeWithdrawn = defineCheck({
  id: 'oauth-scope-withdrawn',
  on: 'oauth-scopes-changed',
  level: 'breaking',
  area: 'security',
  finds: 'A scope that clients ask tokens for is not offered any more.',
  applies: ({ removed }) => removed.length > 0,
  message: ({ name, removed }) =>
    `The security scheme ${name} does not offer ${list(removed)} any more: clients that ask for it get no token.`,
  title: ({ name }) => `Change the scopes of security scheme ${name}`,
})
