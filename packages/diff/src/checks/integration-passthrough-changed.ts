import { defineCheck } from './check.ts'
import { titleIntegration } from './service-words.ts'
import { change } from './words.ts'

export const integrationPassthroughChanged = defineCheck({
  id: 'integration-passthrough-changed',
  on: 'integration-changed',
  level: 'risky',
  area: 'behaviour',
  direction: 'request',
  finds: 'Bodies that no template fits are passed on, or are not any more.',
  applies: ({ field }) => field === 'passthroughBehavior',
  message: (delta) => `Bodies that no template fits are treated otherwise: ${change(delta)}.`,
  title: titleIntegration,
})
