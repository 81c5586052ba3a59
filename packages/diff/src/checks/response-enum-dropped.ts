import { defineCheck } from './check.ts'
import { sayEnum, titleEnum } from './schema-words.ts'

export const responseEnumDropped = defineCheck({
  id: 'response-enum-dropped',
  on: 'schema-enum',
  level: 'breaking',
  area: 'schema',
  direction: 'response',
  finds: 'Something that clients read may have any value.',
  applies: ({ list: kind }) => kind === 'dropped',
  message: sayEnum,
  title: titleEnum,
})
