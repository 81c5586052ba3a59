import { defineCheck } from './check.ts'
import { sayConstraint, titleConstraint } from './schema-words.ts'

export const responseNumberFormatWidened = defineCheck({
  id: 'response-number-format-widened',
  on: 'schema-constraint',
  level: 'breaking',
  area: 'limit',
  direction: 'response',
  finds: 'Numbers that clients read need more bits.',
  applies: ({ keyword, effect, to }) => keyword === 'format' && effect === 'widened' && to !== undefined,
  message: sayConstraint,
  title: titleConstraint,
})
