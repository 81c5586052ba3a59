import { defineCheck } from './check.ts'
import { sayConstraint, titleConstraint } from './schema-words.ts'

export const requestPatternAdded = defineCheck({
  id: 'request-pattern-added',
  on: 'schema-constraint',
  level: 'breaking',
  area: 'limit',
  direction: 'request',
  finds: 'What callers send has to match a pattern.',
  applies: ({ direction, keyword, effect }) =>
    direction === 'request' && keyword === 'pattern' && effect === 'narrowed',
  message: sayConstraint,
  title: titleConstraint,
})
