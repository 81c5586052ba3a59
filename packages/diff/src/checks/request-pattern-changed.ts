import { defineCheck } from './check.ts'
import { sayConstraint, titleConstraint } from './schema-words.ts'

export const requestPatternChanged = defineCheck({
  id: 'request-pattern-changed',
  on: 'schema-constraint',
  level: 'risky',
  area: 'limit',
  direction: 'request',
  finds: 'What callers send has to match another pattern. Two patterns can not be compared.',
  applies: ({ direction, keyword, effect }) =>
    direction === 'request' && keyword === 'pattern' && effect === 'changed',
  message: sayConstraint,
  title: titleConstraint,
})
