import { defineCheck } from './check.ts'
import { placeFirst, heading } from './words.ts'

export const responsePropertyBecameRequired = defineCheck({
  id: 'response-property-became-required',
  on: 'schema-property-required',
  level: 'safe',
  area: 'schema',
  direction: 'response',
  finds: 'Clients always get a property.',
  applies: ({ required }) => required,
  message: (delta) => `${placeFirst(delta)} is always there now.`,
  title: (delta) => `Make ${heading(delta)} required`,
})
