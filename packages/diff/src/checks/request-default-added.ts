import { defineCheck } from './check.ts'
import { sayDefault, titleDefault } from './schema-words.ts'

export const requestDefaultAdded = defineCheck({
  id: 'request-default-added',
  on: 'schema-default',
  level: 'risky',
  area: 'schema',
  direction: 'request',
  finds: 'What callers leave out has a value.',
  applies: ({ from }) => from === undefined,
  message: sayDefault,
  title: titleDefault,
})
