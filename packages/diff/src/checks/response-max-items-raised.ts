import { defineCheck } from './check.ts'
import { sayConstraint, titleConstraint } from './schema-words.ts'

export const responseMaxItemsRaised = defineCheck({
  id: 'response-max-items-raised',
  on: 'schema-constraint',
  level: 'breaking',
  area: 'limit',
  direction: 'response',
  finds: 'Lists that clients read may have more items.',
  applies: ({ keyword }) => keyword === 'maxItems',
  message: sayConstraint,
  title: titleConstraint,
})
