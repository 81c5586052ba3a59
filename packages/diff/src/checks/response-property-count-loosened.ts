import { defineCheck } from './check.ts'
import { sayConstraint, titleConstraint } from './schema-words.ts'

export const responsePropertyCountLoosened = defineCheck({
  id: 'response-property-count-loosened',
  on: 'schema-constraint',
  level: 'breaking',
  area: 'limit',
  direction: 'response',
  finds: 'Objects that clients read may have more properties, or fewer.',
  applies: ({ keyword }) => keyword === 'maxProperties' || keyword === 'minProperties',
  message: sayConstraint,
  title: titleConstraint,
})
