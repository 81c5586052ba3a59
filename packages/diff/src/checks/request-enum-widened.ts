import { defineCheck } from './check.ts'
import { sayEnum, titleEnum } from './schema-words.ts'

export const requestEnumWidened = defineCheck({
  id: 'request-enum-widened',
  on: 'schema-enum',
  level: 'safe',
  area: 'schema',
  direction: 'request',
  finds: 'Something that callers send may have more values.',
  applies: ({ direction }) => direction === 'request',
  message: sayEnum,
  title: titleEnum,
})
