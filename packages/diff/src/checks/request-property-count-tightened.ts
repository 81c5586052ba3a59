import { defineCheck } from './check.ts'
import { sayConstraint, titleConstraint } from './schema-words.ts'

export const requestPropertyCountTightened = defineCheck({
  id: 'request-property-count-tightened',
  on: 'schema-constraint',
  level: 'breaking',
  area: 'limit',
  direction: 'request',
  finds: 'Objects that callers send may have fewer properties, or need more.',
  applies: ({ direction, keyword }) =>
    direction === 'request' && (keyword === 'maxProperties' || keyword === 'minProperties'),
  message: sayConstraint,
  title: titleConstraint,
})
