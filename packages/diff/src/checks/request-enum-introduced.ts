import { defineCheck } from './check.ts'
import { sayEnum, titleEnum } from './schema-words.ts'

export const requestEnumIntroduced = defineCheck({
  id: 'request-enum-introduced',
  on: 'schema-enum',
  level: 'breaking',
  area: 'schema',
  direction: 'request',
  finds: 'Something that callers send may have some values only.',
  applies: ({ direction, list: kind }) => direction === 'request' && kind === 'introduced',
  message: sayEnum,
  title: titleEnum,
})
