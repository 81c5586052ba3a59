import { defineCheck } from './check.ts'
import { sayConstraint, titleConstraint } from './schema-words.ts'

export const responseFormatChanged = defineCheck({
  id: 'response-format-changed',
  on: 'schema-constraint',
  level: 'risky',
  area: 'limit',
  direction: 'response',
  finds: 'What clients read has another format, or none.',
  applies: ({ keyword, effect }) => keyword === 'format' && effect !== 'narrowed',
  message: sayConstraint,
  title: titleConstraint,
})
