import { defineLastCheck } from './check.ts'
import { sayEnum, titleEnum } from './schema-words.ts'

export const responseEnumNarrowed = defineLastCheck({
  id: 'response-enum-narrowed',
  on: 'schema-enum',
  level: 'safe',
  area: 'schema',
  direction: 'response',
  finds: 'Something that clients read has fewer values.',
  message: sayEnum,
  title: titleEnum,
})
