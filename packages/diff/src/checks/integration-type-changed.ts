import { defineCheck } from './check.ts'
import { titleIntegration } from './service-words.ts'
import { change } from './words.ts'

export const integrationTypeChanged = defineCheck({
  id: 'integration-type-changed',
  on: 'integration-changed',
  level: 'risky',
  area: 'behaviour',
  finds: 'An integration is of another type.',
  applies: ({ field }) => field === 'type',
  message: (delta) => `The type of the integration is ${change(delta)}.`,
  title: titleIntegration,
})
