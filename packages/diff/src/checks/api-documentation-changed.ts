import { defineLastCheck } from './check.ts'

export const apiDocumentationChanged = defineLastCheck({
  id: 'api-documentation-changed',
  on: 'api-changed',
  level: 'documentation',
  area: 'documentation',
  finds: 'What is told of the API differs.',
  message: ({ field }) => `The ${field} of the API is another one.`,
  title: ({ field }) => `Edit the ${field} of the API`,
})
