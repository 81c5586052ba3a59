import { defineCheck } from './check.ts'
import { placeFirst, heading } from './words.ts'

export const propertyDeprecated = defineCheck({
  id: 'property-deprecated',
  on: 'schema-property-deprecated',
  level: 'documentation',
  area: 'documentation',
  finds: 'A property is deprecated.',
  applies: ({ deprecated }) => deprecated,
  message: (delta) => `${placeFirst(delta)} is marked as deprecated.`,
  title: (delta) => `Deprecate ${heading(delta)}`,
})
