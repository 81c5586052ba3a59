import { defineLastCheck } from './check.ts'
import { placeFirst, heading } from './words.ts'

export const responsePropertyAdded = defineLastCheck({
  id: 'response-property-added',
  on: 'schema-property-added',
  level: 'safe',
  area: 'schema',
  direction: 'response',
  finds: 'Clients get one more property.',
  message: (delta) => `${placeFirst(delta)} is new${delta.required ? ' and always there' : ''}.`,
  title: (delta) => `Add ${heading(delta)}`,
})
