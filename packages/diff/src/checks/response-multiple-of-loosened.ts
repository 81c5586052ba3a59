import { defineCheck } from './check.ts'
import { sayConstraint, titleConstraint } from './schema-words.ts'

export const responseMultipleOfLoosened = defineCheck({
  id: 'response-multiple-of-loosened',
  on: 'schema-constraint',
  level: 'breaking',
  area: 'limit',
  direction: 'response',
  finds: 'Numbers that clients read need not be multiples of the same number any more.',
  applies: ({ keyword }) => keyword === 'multipleOf',
  message: sayConstraint,
  title: titleConstraint,
})
