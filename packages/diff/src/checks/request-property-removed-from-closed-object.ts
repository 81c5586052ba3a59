import { defineCheck } from './check.ts'
import { placeFirst, heading } from './words.ts'

export const requestPropertyRemovedFromClosedObject = defineCheck({
  id: 'request-property-removed-from-closed-object',
  on: 'schema-property-removed',
  level: 'breaking',
  area: 'schema',
  direction: 'request',
  finds: 'Callers who send a property are refused.',
  applies: ({ direction, closed }) => direction === 'request' && closed,
  message: (delta) => `${placeFirst(delta)} is gone, and what is not described is refused.`,
  title: (delta) => `Remove ${heading(delta)}`,
})
