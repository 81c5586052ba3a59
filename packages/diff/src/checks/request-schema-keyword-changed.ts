import { defineCheck } from './check.ts'
import { placeFirst } from './words.ts'

export const requestSchemaKeywordChanged = defineCheck({
  id: 'request-schema-keyword-changed',
  on: 'schema-other',
  level: 'risky',
  area: 'schema',
  direction: 'request',
  finds: 'Something else is said of what callers send, that can not be judged.',
  applies: ({ direction }) => direction === 'request',
  message: (delta) =>
    `${placeFirst(delta)} has another ${delta.keyword}: what that does to clients can not be told from the document.`,
})
