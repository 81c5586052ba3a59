import { defineCheck } from './check.ts'
import { sayAlternatives, titleAlternatives } from './schema-words.ts'

export const requestAlternativesIntroduced = defineCheck({
  id: 'request-alternatives-introduced',
  on: 'schema-alternatives',
  level: 'breaking',
  area: 'schema',
  direction: 'request',
  finds: 'What callers send has to be one of some alternatives.',
  applies: ({ direction, list: kind }) => direction === 'request' && kind === 'introduced',
  message: sayAlternatives,
  title: titleAlternatives,
})
