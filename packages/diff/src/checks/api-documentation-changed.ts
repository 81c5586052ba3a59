import { defineLastCheck } from './check.ts'
import { nameField } from './words.ts'

export const apiDocumentationChanged = defineLastCheck({
  id: 'api-documentation-changed',
  on: 'api-changed',
  level: 'documentation',
  area: 'documentation',
  finds: 'What is told of the API differs.',
  message: ({ field }) => `The ${nameField(field)} of the API is another one.`,
  title: ({ field }) => `Edit the ${nameField(field)} of the API`,
})
