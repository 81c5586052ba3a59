import { defineCheck } from './check.ts'
import { sayConstraint, titleConstraint } from './schema-words.ts'

export const requestFormatChanged = defineCheck({
  id: 'request-format-changed',
  on: 'schema-constraint',
  level: 'risky',
  area: 'limit',
  direction: 'request',
  finds:
    'What callers send has another format. Whether anybody holds it against that, the document does not say.',
  applies: ({ direction, keyword, effect }) =>
    direction === 'request' && keyword === 'format' && effect !== 'widened',
  message: sayConstraint,
  title: titleConstraint,
})
