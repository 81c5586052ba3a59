import { defineCheck } from './check.ts'
import { placeFirst, heading } from './words.ts'

export const responseDeprecatedPropertyRemoved = defineCheck({
  id: 'response-deprecated-property-removed',
  on: 'schema-property-removed',
  level: 'risky',
  area: 'schema',
  direction: 'response',
  finds: 'Clients do not get a property any more that was deprecated.',
  applies: ({ deprecated }) => deprecated,
  message: (delta) =>
    `${placeFirst(delta)} is gone. It was deprecated: clients that still read it find nothing.`,
  title: (delta) => `Remove ${heading(delta)}`,
})
