import { defineCheck } from './check.ts'
import { placeFirst, heading } from './words.ts'

export const requestPropertyBecameOptional = defineCheck({
  id: 'request-property-became-optional',
  on: 'schema-property-required',
  level: 'safe',
  area: 'schema',
  direction: 'request',
  finds: 'Callers may leave a property out.',
  applies: ({ direction }) => direction === 'request',
  message: (delta) => `${placeFirst(delta)} is optional now.`,
  title: (delta) => `Make ${heading(delta)} optional`,
})
