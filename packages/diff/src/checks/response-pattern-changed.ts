import { defineCheck } from './check.ts'
import { sayConstraint, titleConstraint } from './schema-words.ts'

export const responsePatternChanged = defineCheck({
  id: 'response-pattern-changed',
  on: 'schema-constraint',
  level: 'risky',
  area: 'limit',
  direction: 'response',
  finds: 'What clients read matches another pattern, or none.',
  applies: ({ keyword, effect }) => keyword === 'pattern' && effect !== 'narrowed',
  message: sayConstraint,
  title: titleConstraint,
})
