import { defineCheck } from './check.ts'
import { placeFirst, heading } from './words.ts'

export const requestPropertyBecameWritable = defineCheck({
  id: 'request-property-became-writable',
  on: 'schema-property-visibility',
  level: 'safe',
  area: 'schema',
  direction: 'request',
  finds: 'Callers may set a property.',
  applies: ({ direction }) => direction === 'request',
  message: (delta) => `${placeFirst(delta)} is not read only any more.`,
  title: (delta) => `Make ${heading(delta)} writable`,
})
