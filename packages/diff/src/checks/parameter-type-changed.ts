import { defineCheck } from './check.ts'
import { sayType, titleType } from './schema-words.ts'

export const parameterTypeChanged = defineCheck({
  id: 'parameter-type-changed',
  on: 'schema-type',
  level: 'breaking',
  area: 'parameter',
  direction: 'request',
  finds: 'A parameter takes another type, or fewer types.',
  applies: ({ part, effect }) => part === 'parameter' && effect !== 'widened',
  message: sayType,
  title: titleType,
})
