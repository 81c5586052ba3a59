import { defineCheck } from './check.ts'
import { list } from './words.ts'

export const authorizerScopeAdded = defineCheck({
  id: 'authorizer-scope-added',
  on: 'scopes-changed',
  level: 'breaking',
  area: 'security',
  finds: 'The authorizer asks for one more scope.',
  applies: ({ added }) => added.length > 0,
  message: ({ added, removed }) =>
    `Scopes asked for now: ${list(added)}.${removed.length ? ` No more asked for: ${list(removed)}.` : ''}`,
  title: ({ added, subject }) => `Ask for scope ${list(added)} in ${subject}`,
})
