import { defineCheck } from './check.ts'
import { sayConstraint, titleConstraint } from './schema-words.ts'

export const requestMaxLengthLowered = defineCheck({
  id: 'request-max-length-lowered',
  on: 'schema-constraint',
  level: 'breaking',
  area: 'limit',
  direction: 'request',
  finds: 'Texts that callers send may not be as long.',
  applies: ({ direction, keyword }) => direction === 'request' && keyword === 'maxLength',
  message: sayConstraint,
  title: titleConstraint,
})
