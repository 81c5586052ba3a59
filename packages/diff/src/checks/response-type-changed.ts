import { defineLastCheck } from './check.ts'
import { sayType, titleType } from './schema-words.ts'

export const responseTypeChanged = defineLastCheck({
  id: 'response-type-changed',
  on: 'schema-type',
  level: 'breaking',
  area: 'schema',
  direction: 'response',
  finds: 'Something that clients read is of another type.',
  message: sayType,
  title: titleType,
})
