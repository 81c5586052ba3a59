import { defineCheck } from './check.ts'
import { titleIntegration } from './service-words.ts'
import { change } from './words.ts'

export const integrationPayloadFormatChanged = defineCheck({
  id: 'integration-payload-format-changed',
  on: 'integration-changed',
  level: 'risky',
  area: 'behaviour',
  finds: 'The function gets an event of another shape.',
  applies: ({ field }) => field === 'payloadFormatVersion',
  message: (delta) => `The function gets events of version ${change(delta)}.`,
  title: titleIntegration,
})
