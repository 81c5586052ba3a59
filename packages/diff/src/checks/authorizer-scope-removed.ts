import { defineLastCheck } from './check.ts'
import { list } from './words.ts'

export const authorizerScopeRemoved = defineLastCheck({
  id: 'authorizer-scope-removed',
  on: 'scopes-changed',
  level: 'risky',
  area: 'security',
  finds: 'The authorizer asks for one scope less: others than before may be let in.',
  message: ({ removed }) => `No more asked for: ${list(removed)}.`,
  title: ({ subject }) => `Change the scopes of ${subject}`,
})
