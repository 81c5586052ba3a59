import { defineCheck } from './check.ts'
import { titleIntegration } from './service-words.ts'
import { change } from './words.ts'

export const integrationContentHandlingChanged = defineCheck({
  id: 'integration-content-handling-changed',
  on: 'integration-changed',
  level: 'risky',
  area: 'behaviour',
  finds: 'Bodies are decoded or encoded on the way.',
  applies: ({ field }) => field === 'contentHandling',
  message: (delta) => `Bodies are converted otherwise on the way: ${change(delta)}.`,
  title: titleIntegration,
})
