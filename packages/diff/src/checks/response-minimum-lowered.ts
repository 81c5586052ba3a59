import { defineCheck } from './check.ts'
import { sayConstraint, titleConstraint } from './schema-words.ts'

export const responseMinimumLowered = defineCheck({
  id: 'response-minimum-lowered',
  on: 'schema-constraint',
  level: 'breaking',
  area: 'limit',
  direction: 'response',
  finds: 'Numbers that clients read may be smaller.',
  applies: ({ keyword }) => keyword === 'minimum' || keyword === 'exclusiveMinimum',
  message: sayConstraint,
  title: titleConstraint,
})
