import { defineCheck } from './check.ts'
import { sayEnum, titleEnum } from './schema-words.ts'

export const responseEnumValueAdded = defineCheck({
  id: 'response-enum-value-added',
  on: 'schema-enum',
  level: 'breaking',
  area: 'schema',
  direction: 'response',
  finds: 'Something that clients read may have a value that they do not know.',
  applies: ({ list: kind, added }) => kind === 'kept' && added.length > 0,
  message: sayEnum,
  title: titleEnum,
})
