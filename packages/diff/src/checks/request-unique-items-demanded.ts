import { defineCheck } from './check.ts'
import { titleConstraint } from './schema-words.ts'
import { placeFirst } from './words.ts'

export const requestUniqueItemsDemanded = defineCheck({
  id: 'request-unique-items-demanded',
  on: 'schema-constraint',
  level: 'breaking',
  area: 'limit',
  direction: 'request',
  finds: 'Lists that callers send may not hold an item twice.',
  applies: ({ direction, keyword }) => direction === 'request' && keyword === 'uniqueItems',
  message: (delta) => `${placeFirst(delta)} may not hold the same item twice any more.`,
  title: titleConstraint,
})
