import { defineCheck } from './check.ts'
import { titleType } from './schema-words.ts'
import { placeFirst } from './words.ts'

export const responseBecameNullable = defineCheck({
  id: 'response-became-nullable',
  on: 'schema-type',
  level: 'breaking',
  area: 'schema',
  direction: 'response',
  finds: 'Something that clients read may be null.',
  applies: ({ nullable, effect }) => nullable && effect === 'widened',
  message: (delta) => `${placeFirst(delta)} may be null now.`,
  title: titleType,
})
