import { defineCheck } from './check.ts'
import { sayConstraint, titleConstraint } from './schema-words.ts'

export const requestMaxItemsLowered = defineCheck({
  id: 'request-max-items-lowered',
  on: 'schema-constraint',
  level: 'breaking',
  area: 'limit',
  direction: 'request',
  finds: 'Lists that callers send may not have as many items.',
  applies: ({ direction, keyword }) => direction === 'request' && keyword === 'maxItems',
  message: sayConstraint,
  title: titleConstraint,
})
