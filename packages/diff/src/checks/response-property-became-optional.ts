import { defineLastCheck } from './check.ts'
import { placeFirst, heading } from './words.ts'

export const responsePropertyBecameOptional = defineLastCheck({
  id: 'response-property-became-optional',
  on: 'schema-property-required',
  level: 'breaking',
  area: 'schema',
  direction: 'response',
  finds: 'Clients do not always get a property any more.',
  message: (delta) => `${placeFirst(delta)} is not always there now.`,
  title: (delta) => `Make ${heading(delta)} optional`,
})
