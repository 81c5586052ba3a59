import { defineCheck } from './check.ts'
import { titleIntegration } from './service-words.ts'

export const integrationResponseMappingChanged = defineCheck({
  id: 'integration-response-mapping-changed',
  on: 'integration-changed',
  level: 'risky',
  area: 'behaviour',
  direction: 'response',
  finds: 'Answers of the backend become other answers to callers.',
  applies: ({ field }) => field === 'responses',
  message: () =>
    'Answers of the backend become other answers to callers: status, headers or body may differ.',
  title: titleIntegration,
})
