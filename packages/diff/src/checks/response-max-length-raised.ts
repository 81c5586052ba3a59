import { defineCheck } from './check.ts'
import { sayConstraint, titleConstraint } from './schema-words.ts'

export const responseMaxLengthRaised = defineCheck({
  id: 'response-max-length-raised',
  on: 'schema-constraint',
  level: 'breaking',
  area: 'limit',
  direction: 'response',
  finds: 'Texts that clients read may be longer.',
  applies: ({ keyword }) => keyword === 'maxLength',
  message: sayConstraint,
  title: titleConstraint,
})
