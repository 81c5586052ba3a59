import { defineCheck } from './check.ts'
import { sayConstraint, titleConstraint } from './schema-words.ts'

export const requestMultipleOfTightened = defineCheck({
  id: 'request-multiple-of-tightened',
  on: 'schema-constraint',
  level: 'breaking',
  area: 'limit',
  direction: 'request',
  finds: 'Numbers that callers send have to be multiples of another one.',
  applies: ({ direction, keyword }) => direction === 'request' && keyword === 'multipleOf',
  message: sayConstraint,
  title: titleConstraint,
})
