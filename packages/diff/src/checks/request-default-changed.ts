import { defineLastCheck } from './check.ts'
import { sayDefault, titleDefault } from './schema-words.ts'

export const requestDefaultChanged = defineLastCheck({
  id: 'request-default-changed',
  on: 'schema-default',
  level: 'risky',
  area: 'schema',
  direction: 'request',
  finds: 'What callers leave out has another value.',
  message: sayDefault,
  title: titleDefault,
})
