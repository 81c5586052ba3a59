import { defineCheck } from './check.ts'
import { placeFirst, heading } from './words.ts'

export const requestOptionalPropertyAdded = defineCheck({
  id: 'request-optional-property-added',
  on: 'schema-property-added',
  level: 'safe',
  area: 'schema',
  direction: 'request',
  finds: 'Callers may send one more property.',
  applies: ({ direction }) => direction === 'request',
  message: (delta) => `${placeFirst(delta)} is new.`,
  title: (delta) => `Add ${heading(delta)}`,
})
