import { defineCheck } from './check.ts'
import { sayConstraint, titleConstraint } from './schema-words.ts'

export const requestMinLengthRaised = defineCheck({
  id: 'request-min-length-raised',
  on: 'schema-constraint',
  level: 'breaking',
  area: 'limit',
  direction: 'request',
  finds: 'Texts that callers send may not be as short.',
  applies: ({ direction, keyword }) => direction === 'request' && keyword === 'minLength',
  message: sayConstraint,
  title: titleConstraint,
})
