import { defineCheck } from './check.ts'
import { placeFirst, heading } from './words.ts'

export const responsePropertyAddedToClosedObject = defineCheck({
  id: 'response-property-added-to-closed-object',
  on: 'schema-property-added',
  level: 'risky',
  area: 'schema',
  direction: 'response',
  finds: 'Clients were told that no other property comes, and one does.',
  applies: ({ closed }) => closed,
  message: (delta) =>
    `${placeFirst(delta)} is new, where it was said that nothing else comes: strict clients may refuse it.`,
  title: (delta) => `Add ${heading(delta)}`,
})
