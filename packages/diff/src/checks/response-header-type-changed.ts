import { defineCheck } from './check.ts'
import { sayType, titleType } from './schema-words.ts'

export const responseHeaderTypeChanged = defineCheck({
  id: 'response-header-type-changed',
  on: 'schema-type',
  level: 'breaking',
  area: 'header',
  direction: 'response',
  finds: 'A header of a response is of another type, or of more types.',
  applies: ({ part, effect }) => part === 'header' && effect !== 'narrowed',
  message: sayType,
  title: titleType,
})
