import { defineLastCheck } from './check.ts'
import { placeFirst } from './words.ts'

export const responseSchemaKeywordChanged = defineLastCheck({
  id: 'response-schema-keyword-changed',
  on: 'schema-other',
  level: 'risky',
  area: 'schema',
  direction: 'response',
  finds: 'Something else is said of what clients read, that can not be judged.',
  message: (delta) =>
    `${placeFirst(delta)} has another ${delta.keyword}: what that does to clients can not be told from the document.`,
})
