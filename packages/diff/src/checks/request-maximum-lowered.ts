import { defineCheck } from './check.ts'
import { sayConstraint, titleConstraint } from './schema-words.ts'

export const requestMaximumLowered = defineCheck({
  id: 'request-maximum-lowered',
  on: 'schema-constraint',
  level: 'breaking',
  area: 'limit',
  direction: 'request',
  finds: 'Numbers that callers send may not be as large.',
  applies: ({ direction, keyword }) =>
    direction === 'request' && (keyword === 'maximum' || keyword === 'exclusiveMaximum'),
  message: sayConstraint,
  title: titleConstraint,
})
