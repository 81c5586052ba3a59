import { defineCheck } from './check.ts'
import { sayType, titleType } from './schema-words.ts'

export const requestTypeWidened = defineCheck({
  id: 'request-type-widened',
  on: 'schema-type',
  level: 'safe',
  area: 'schema',
  direction: 'request',
  finds: 'Something that callers send may be of more types.',
  applies: ({ direction, effect }) => direction === 'request' && effect === 'widened',
  message: sayType,
  title: titleType,
})
