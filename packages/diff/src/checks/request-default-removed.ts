import { defineCheck } from './check.ts'
import { sayDefault, titleDefault } from './schema-words.ts'

export const requestDefaultRemoved = defineCheck({
  id: 'request-default-removed',
  on: 'schema-default',
  level: 'risky',
  area: 'schema',
  direction: 'request',
  finds: 'What callers leave out has no value any more.',
  applies: ({ to }) => to === undefined,
  message: sayDefault,
  title: titleDefault,
})
