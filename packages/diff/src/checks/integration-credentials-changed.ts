import { defineCheck } from './check.ts'
import { titleIntegration } from './service-words.ts'

export const integrationCredentialsChanged = defineCheck({
  id: 'integration-credentials-changed',
  on: 'integration-changed',
  level: 'risky',
  area: 'behaviour',
  finds: 'The backend is called with other credentials.',
  applies: ({ field }) => field === 'credentials',
  message: () => 'The backend is called with other credentials.',
  title: titleIntegration,
})
