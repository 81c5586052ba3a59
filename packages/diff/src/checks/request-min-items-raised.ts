import { defineCheck } from './check.ts'
import { sayConstraint, titleConstraint } from './schema-words.ts'

export const requestMinItemsRaised = defineCheck({
  id: 'request-min-items-raised',
  on: 'schema-constraint',
  level: 'breaking',
  area: 'limit',
  direction: 'request',
  finds: 'Lists that callers send need more items.',
  applies: ({ direction, keyword }) => direction === 'request' && keyword === 'minItems',
  message: sayConstraint,
  title: titleConstraint,
})
