import { defineCheck } from './check.ts'
import { placeFirst, heading } from './words.ts'

export const requestRequiredPropertyBecameWritable = defineCheck({
  id: 'request-required-property-became-writable',
  on: 'schema-property-visibility',
  level: 'breaking',
  area: 'schema',
  direction: 'request',
  finds: 'Callers have to send a property that they could not set.',
  applies: ({ direction, required }) => direction === 'request' && required,
  message: (delta) =>
    `${placeFirst(delta)} is not read only any more, and required: callers do not send it yet.`,
  title: (delta) => `Make ${heading(delta)} writable`,
})
