import { defineLastCheck } from './check.ts'
import { placeFirst, heading } from './words.ts'

export const responseOptionalPropertyRemoved = defineLastCheck({
  id: 'response-optional-property-removed',
  on: 'schema-property-removed',
  level: 'breaking',
  area: 'schema',
  direction: 'response',
  finds: 'Clients do not get a property any more. Most descriptions do not say which are always there.',
  message: (delta) => `${placeFirst(delta)} is gone: clients may read it.`,
  title: (delta) => `Remove ${heading(delta)}`,
})
