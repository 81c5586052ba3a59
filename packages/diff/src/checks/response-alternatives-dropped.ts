import { defineCheck } from './check.ts'
import { sayAlternatives, titleAlternatives } from './schema-words.ts'

export const responseAlternativesDropped = defineCheck({
  id: 'response-alternatives-dropped',
  on: 'schema-alternatives',
  level: 'breaking',
  area: 'schema',
  direction: 'response',
  finds: 'What clients read need not be one of some alternatives any more.',
  applies: ({ list: kind }) => kind === 'dropped',
  message: sayAlternatives,
  title: titleAlternatives,
})
