import { defineCheck } from './check.ts'
import { sayDefault, titleDefault } from './schema-words.ts'

export const parameterDefaultChanged = defineCheck({
  id: 'parameter-default-changed',
  on: 'schema-default',
  level: 'risky',
  area: 'parameter',
  direction: 'request',
  finds: 'A parameter that is left out has another value.',
  applies: ({ part }) => part === 'parameter',
  message: sayDefault,
  title: titleDefault,
})
