import { defineLastCheck } from './check.ts'
import { titleIntegration } from './service-words.ts'

export const integrationSettingsChanged = defineLastCheck({
  id: 'integration-settings-changed',
  on: 'integration-changed',
  level: 'risky',
  area: 'behaviour',
  finds: 'An integration is set up in another way.',
  message: ({ field }) => `The integration has another ${field}.`,
  title: titleIntegration,
})
