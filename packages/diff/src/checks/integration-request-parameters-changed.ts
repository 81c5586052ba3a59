import { defineCheck } from './check.ts'
import { titleIntegration } from './service-words.ts'

export const integrationRequestParametersChanged = defineCheck({
  id: 'integration-request-parameters-changed',
  on: 'integration-changed',
  level: 'risky',
  area: 'behaviour',
  direction: 'request',
  finds: 'Other parameters are sent to the backend.',
  applies: ({ field }) => field === 'requestParameters',
  message: () => 'Other parameters are sent to the backend.',
  title: titleIntegration,
})
