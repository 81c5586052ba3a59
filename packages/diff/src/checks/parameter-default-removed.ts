import { defineCheck } from './check.ts'
import { sayDefault, titleDefault } from './schema-words.ts'

export const parameterDefaultRemoved = defineCheck({
  id: 'parameter-default-removed',
  on: 'schema-default',
  level: 'risky',
  area: 'parameter',
  direction: 'request',
  finds: 'A parameter that is left out has no value any more.',
  applies: ({ part, to }) => part === 'parameter' && to === undefined,
  message: sayDefault,
  title: titleDefault,
})
