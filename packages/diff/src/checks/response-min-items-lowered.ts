import { defineCheck } from './check.ts'
import { sayConstraint, titleConstraint } from './schema-words.ts'

export const responseMinItemsLowered = defineCheck({
  id: 'response-min-items-lowered',
  on: 'schema-constraint',
  level: 'breaking',
  area: 'limit',
  direction: 'response',
  finds: 'Lists that clients read may have fewer items.',
  applies: ({ keyword }) => keyword === 'minItems',
  message: sayConstraint,
  title: titleConstraint,
})
