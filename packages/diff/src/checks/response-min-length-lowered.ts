import { defineCheck } from './check.ts'
import { sayConstraint, titleConstraint } from './schema-words.ts'

export const responseMinLengthLowered = defineCheck({
  id: 'response-min-length-lowered',
  on: 'schema-constraint',
  level: 'breaking',
  area: 'limit',
  direction: 'response',
  finds: 'Texts that clients read may be shorter.',
  applies: ({ keyword }) => keyword === 'minLength',
  message: sayConstraint,
  title: titleConstraint,
})
