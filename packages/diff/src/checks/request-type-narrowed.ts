import { defineCheck } from './check.ts'
import { sayType, titleType } from './schema-words.ts'

export const requestTypeNarrowed = defineCheck({
  id: 'request-type-narrowed',
  on: 'schema-type',
  level: 'breaking',
  area: 'schema',
  direction: 'request',
  finds: 'Something that callers send may be of fewer types.',
  applies: ({ direction, effect }) => direction === 'request' && effect === 'narrowed',
  message: sayType,
  title: titleType,
})
