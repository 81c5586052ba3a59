import { defineCheck } from './check.ts'
import { sayType, titleType } from './schema-words.ts'

export const responseTypeWidened = defineCheck({
  id: 'response-type-widened',
  on: 'schema-type',
  level: 'breaking',
  area: 'schema',
  direction: 'response',
  finds: 'Something that clients read may be of more types.',
  applies: ({ effect }) => effect === 'widened',
  message: sayType,
  title: titleType,
})
