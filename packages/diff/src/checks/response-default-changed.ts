import { defineCheck } from './check.ts'
import { sayDefault, titleDefault } from './schema-words.ts'

export const responseDefaultChanged = defineCheck({
  id: 'response-default-changed',
  on: 'schema-default',
  level: 'documentation',
  area: 'documentation',
  direction: 'response',
  finds: 'The default of something that clients read is another one.',
  applies: ({ direction }) => direction === 'response',
  message: sayDefault,
  title: titleDefault,
})
