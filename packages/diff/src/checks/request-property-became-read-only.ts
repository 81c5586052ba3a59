import { defineCheck } from './check.ts'
import { placeFirst, heading } from './words.ts'

export const requestPropertyBecameReadOnly = defineCheck({
  id: 'request-property-became-read-only',
  on: 'schema-property-visibility',
  level: 'risky',
  area: 'schema',
  direction: 'request',
  finds: 'Callers may not set a property any more.',
  applies: ({ direction, hidden }) => direction === 'request' && hidden,
  message: (delta) => `${placeFirst(delta)} is read only now: what callers send may be ignored or refused.`,
  title: (delta) => `Make ${heading(delta)} read only`,
})
