import { defineCheck } from './check.ts'
import { placeFirst, heading } from './words.ts'

export const requestPropertyBecameRequired = defineCheck({
  id: 'request-property-became-required',
  on: 'schema-property-required',
  level: 'breaking',
  area: 'schema',
  direction: 'request',
  finds: 'Callers have to send a property that they could leave out.',
  applies: ({ direction, required }) => direction === 'request' && required,
  message: (delta) => `${placeFirst(delta)} is required now.`,
  title: (delta) => `Make ${heading(delta)} required`,
})
