import { defineCheck } from './check.ts'
import { sayConstraint, titleConstraint } from './schema-words.ts'

export const responseMaximumRaised = defineCheck({
  id: 'response-maximum-raised',
  on: 'schema-constraint',
  level: 'breaking',
  area: 'limit',
  direction: 'response',
  finds: 'Numbers that clients read may be larger.',
  applies: ({ keyword }) => keyword === 'maximum' || keyword === 'exclusiveMaximum',
  message: sayConstraint,
  title: titleConstraint,
})
