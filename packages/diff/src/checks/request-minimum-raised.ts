import { defineCheck } from './check.ts'
import { sayConstraint, titleConstraint } from './schema-words.ts'

export const requestMinimumRaised = defineCheck({
  id: 'request-minimum-raised',
  on: 'schema-constraint',
  level: 'breaking',
  area: 'limit',
  direction: 'request',
  finds: 'Numbers that callers send may not be as small.',
  applies: ({ direction, keyword }) =>
    direction === 'request' && (keyword === 'minimum' || keyword === 'exclusiveMinimum'),
  message: sayConstraint,
  title: titleConstraint,
})
