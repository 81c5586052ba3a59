import { defineCheck } from './check.ts'
import { sayAlternatives, titleAlternatives } from './schema-words.ts'

export const requestAlternativesNarrowed = defineCheck({
  id: 'request-alternatives-narrowed',
  on: 'schema-alternatives',
  level: 'breaking',
  area: 'schema',
  direction: 'request',
  finds: 'What callers send may not be one of the alternatives any more.',
  applies: ({ direction, list: kind, removed }) => direction === 'request' && kind === 'kept' && removed > 0,
  message: sayAlternatives,
  title: titleAlternatives,
})
