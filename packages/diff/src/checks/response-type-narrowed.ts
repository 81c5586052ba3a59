import { defineCheck } from './check.ts'
import { sayType, titleType } from './schema-words.ts'

export const responseTypeNarrowed = defineCheck({
  id: 'response-type-narrowed',
  on: 'schema-type',
  level: 'safe',
  area: 'schema',
  direction: 'response',
  finds: 'Something that clients read is of fewer types.',
  applies: ({ effect }) => effect === 'narrowed',
  message: sayType,
  title: titleType,
})
