import { defineCheck } from './check.ts'
import { sayAlternatives, titleAlternatives } from './schema-words.ts'

export const requestAlternativesWidened = defineCheck({
  id: 'request-alternatives-widened',
  on: 'schema-alternatives',
  level: 'safe',
  area: 'schema',
  direction: 'request',
  finds: 'What callers send may be one more alternative.',
  applies: ({ direction }) => direction === 'request',
  message: sayAlternatives,
  title: titleAlternatives,
})
