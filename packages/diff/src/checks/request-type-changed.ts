import { defineCheck } from './check.ts'
import { sayType, titleType } from './schema-words.ts'

export const requestTypeChanged = defineCheck({
  id: 'request-type-changed',
  on: 'schema-type',
  level: 'breaking',
  area: 'schema',
  direction: 'request',
  finds: 'Something that callers send has to be of another type.',
  applies: ({ direction }) => direction === 'request',
  message: sayType,
  title: titleType,
})
