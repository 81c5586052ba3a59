import { defineCheck } from './check.ts'
import { placeFirst, heading } from './words.ts'

export const responsePropertyBecameWriteOnly = defineCheck({
  id: 'response-property-became-write-only',
  on: 'schema-property-visibility',
  level: 'breaking',
  area: 'schema',
  direction: 'response',
  finds: 'Clients do not get a property any more, which is write only.',
  applies: ({ hidden }) => hidden,
  message: (delta) => `${placeFirst(delta)} is write only now: clients do not get it any more.`,
  title: (delta) => `Make ${heading(delta)} write only`,
})
