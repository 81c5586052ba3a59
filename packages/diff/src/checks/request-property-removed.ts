import { defineCheck } from './check.ts'
import { placeFirst, heading } from './words.ts'

export const requestPropertyRemoved = defineCheck({
  id: 'request-property-removed',
  on: 'schema-property-removed',
  level: 'risky',
  area: 'schema',
  direction: 'request',
  finds: 'Callers may not be heard who send a property.',
  applies: ({ direction }) => direction === 'request',
  message: (delta) => `${placeFirst(delta)} is gone: what callers send may be ignored.`,
  title: (delta) => `Remove ${heading(delta)}`,
})
