import { defineCheck } from './check.ts'
import { placeFirst, heading } from './words.ts'

export const requestRequiredPropertyAdded = defineCheck({
  id: 'request-required-property-added',
  on: 'schema-property-added',
  level: 'breaking',
  area: 'schema',
  direction: 'request',
  finds: 'Callers have to send one more property.',
  applies: ({ direction, required }) => direction === 'request' && required,
  message: (delta) => `${placeFirst(delta)} is new and required.`,
  title: (delta) => `Add ${heading(delta)}`,
})
