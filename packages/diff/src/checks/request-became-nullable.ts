import { defineCheck } from './check.ts'
import { titleType } from './schema-words.ts'
import { placeFirst } from './words.ts'

export const requestBecameNullable = defineCheck({
  id: 'request-became-nullable',
  on: 'schema-type',
  level: 'safe',
  area: 'schema',
  direction: 'request',
  finds: 'Something that callers send may be null.',
  applies: ({ direction, nullable, effect }) => direction === 'request' && nullable && effect === 'widened',
  message: (delta) => `${placeFirst(delta)} may be null now.`,
  title: titleType,
})
