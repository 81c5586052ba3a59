import { defineCheck } from './check.ts'
import { sayDefault, titleDefault } from './schema-words.ts'

export const parameterDefaultAdded = defineCheck({
  id: 'parameter-default-added',
  on: 'schema-default',
  level: 'risky',
  area: 'parameter',
  direction: 'request',
  finds: 'A parameter that is left out has a value.',
  applies: ({ part, from }) => part === 'parameter' && from === undefined,
  message: sayDefault,
  title: titleDefault,
})
