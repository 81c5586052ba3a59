import { defineCheck } from './check.ts'
import { titleIntegration } from './service-words.ts'

export const integrationRequestTemplateChanged = defineCheck({
  id: 'integration-request-template-changed',
  on: 'integration-changed',
  level: 'risky',
  area: 'behaviour',
  direction: 'request',
  finds: 'Another template makes the request to the backend.',
  applies: ({ field }) => field === 'requestTemplates',
  message: () => 'Another template makes the request to the backend.',
  title: titleIntegration,
})
