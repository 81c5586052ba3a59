import { defineCheck } from './check.ts'
import { sayEnum, titleEnum } from './schema-words.ts'

export const parameterEnumNarrowed = defineCheck({
  id: 'parameter-enum-narrowed',
  on: 'schema-enum',
  level: 'breaking',
  area: 'parameter',
  direction: 'request',
  finds: 'A parameter may not have a value any more.',
  applies: ({ part, list: kind, removed }) =>
    part === 'parameter' && kind !== 'dropped' && (kind === 'introduced' || removed.length > 0),
  message: sayEnum,
  title: titleEnum,
})
