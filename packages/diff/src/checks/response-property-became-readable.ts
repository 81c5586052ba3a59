import { defineLastCheck } from './check.ts'
import { placeFirst, heading } from './words.ts'

export const responsePropertyBecameReadable = defineLastCheck({
  id: 'response-property-became-readable',
  on: 'schema-property-visibility',
  level: 'safe',
  area: 'schema',
  direction: 'response',
  finds: 'Clients get a property that was write only.',
  message: (delta) => `${placeFirst(delta)} is not write only any more.`,
  title: (delta) => `Make ${heading(delta)} readable`,
})
