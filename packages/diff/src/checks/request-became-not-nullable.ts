import { defineCheck } from './check.ts'
import { titleType } from './schema-words.ts'
import { placeFirst } from './words.ts'

export const requestBecameNotNullable = defineCheck({
  id: 'request-became-not-nullable',
  on: 'schema-type',
  level: 'breaking',
  area: 'schema',
  direction: 'request',
  finds: 'Something that callers send may not be null any more.',
  applies: ({ direction, nullable }) => direction === 'request' && nullable,
  message: (delta) => `${placeFirst(delta)} may not be null any more.`,
  title: titleType,
})
