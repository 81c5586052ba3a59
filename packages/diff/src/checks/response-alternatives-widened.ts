import { defineCheck } from './check.ts'
import { sayAlternatives, titleAlternatives } from './schema-words.ts'

export const responseAlternativesWidened = defineCheck({
  id: 'response-alternatives-widened',
  on: 'schema-alternatives',
  level: 'breaking',
  area: 'schema',
  direction: 'response',
  finds: 'What clients read may be an alternative that they do not know.',
  applies: ({ list: kind, added }) => kind === 'kept' && added > 0,
  message: sayAlternatives,
  title: titleAlternatives,
})
