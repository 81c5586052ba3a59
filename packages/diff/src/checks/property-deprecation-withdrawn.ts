import { defineLastCheck } from './check.ts'
import { placeFirst, heading } from './words.ts'

export const propertyDeprecationWithdrawn = defineLastCheck({
  id: 'property-deprecation-withdrawn',
  on: 'schema-property-deprecated',
  level: 'documentation',
  area: 'documentation',
  finds: 'A property is not deprecated any more.',
  message: (delta) => `${placeFirst(delta)} is not marked as deprecated any more.`,
  title: (delta) => `Undo the deprecation of ${heading(delta)}`,
})
