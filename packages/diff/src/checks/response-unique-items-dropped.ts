import { defineCheck } from './check.ts'
import { titleConstraint } from './schema-words.ts'
import { placeFirst } from './words.ts'

export const responseUniqueItemsDropped = defineCheck({
  id: 'response-unique-items-dropped',
  on: 'schema-constraint',
  level: 'breaking',
  area: 'limit',
  direction: 'response',
  finds: 'Lists that clients read may hold an item twice.',
  applies: ({ keyword }) => keyword === 'uniqueItems',
  message: (delta) => `${placeFirst(delta)} may hold the same item twice now.`,
  title: titleConstraint,
})
