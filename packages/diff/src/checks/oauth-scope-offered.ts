import { defineLastCheck } from './check.ts'
import { list } from './words.ts'

export const oauthScopeOffered = defineLastCheck({
  id: 'oauth-scope-offered',
  on: 'oauth-scopes-changed',
  level: 'safe',
  area: 'security',
  finds: 'A scope is offered that was not before.',
  message: ({ name, added }) => `The security scheme ${name} offers ${list(added)} now.`,
  title: ({ name }) => `Change the scopes of security scheme ${name}`,
})
