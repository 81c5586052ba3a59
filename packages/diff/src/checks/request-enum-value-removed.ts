import { defineCheck } from './check.ts'
import { sayEnum, titleEnum } from './schema-words.ts'

export const requestEnumValueRemoved = defineCheck({
  id: 'request-enum-value-removed',
  on: 'schema-enum',
  level: 'breaking',
  area: 'schema',
  direction: 'request',
  finds: 'Something that callers send may not have a value any more.',
  applies: ({ direction, list: kind, removed }) =>
    direction === 'request' && kind === 'kept' && removed.length > 0,
  message: sayEnum,
  title: titleEnum,
})
