import { defineLastCheck } from './check.ts'

export const unusedIntegrationChanged = defineLastCheck({
  id: 'unused-integration-changed',
  on: 'integration-unused-changed',
  level: 'safe',
  area: 'behaviour',
  finds: 'An integration that no method uses differs.',
  message: ({ name }) => `No method uses the integration ${name}.`,
  title: ({ name }) => `Change integration ${name}`,
})
