import { defineLastCheck } from './check.ts'
import { sayAlternatives, titleAlternatives } from './schema-words.ts'

export const responseAlternativesNarrowed = defineLastCheck({
  id: 'response-alternatives-narrowed',
  on: 'schema-alternatives',
  level: 'safe',
  area: 'schema',
  direction: 'response',
  finds: 'What clients read is one of fewer alternatives.',
  message: sayAlternatives,
  title: titleAlternatives,
})
