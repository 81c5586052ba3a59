import { defineCheck } from './check.ts'
import { placeFirst, heading } from './words.ts'

export const responseRequiredPropertyRemoved = defineCheck({
  id: 'response-required-property-removed',
  on: 'schema-property-removed',
  level: 'breaking',
  area: 'schema',
  direction: 'response',
  finds: 'Clients do not get a property any more that was always there.',
  applies: ({ required }) => required,
  message: (delta) => `${placeFirst(delta)} is gone, which was always there.`,
  title: (delta) => `Remove ${heading(delta)}`,
})
