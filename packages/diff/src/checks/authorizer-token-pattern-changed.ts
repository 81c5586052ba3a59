import { defineCheck } from './check.ts'
import { change } from './words.ts'

export const authorizerTokenPatternChanged = defineCheck({
  id: 'authorizer-token-pattern-changed',
  on: 'authorizer-changed',
  level: 'risky',
  area: 'behaviour',
  finds: 'Tokens have to look otherwise before the authorizer sees them.',
  applies: ({ field }) => field === 'identityValidationExpression',
  message: (delta) =>
    `Tokens are held against another pattern before the authorizer ${delta.name} is asked: ${change(delta)}.`,
  title: ({ name }) => `Change authorizer ${name}`,
})
