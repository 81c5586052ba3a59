import { defineCheck } from './check.ts'
import { titleIntegration } from './service-words.ts'

export const integrationCacheKeyChanged = defineCheck({
  id: 'integration-cache-key-changed',
  on: 'integration-changed',
  level: 'risky',
  area: 'behaviour',
  finds: 'Answers are cached by other parameters.',
  applies: ({ field }) => field === 'cacheKeyParameters' || field === 'cacheNamespace',
  message: () =>
    'Answers are cached by another key: a caller may get what was kept for another, or nothing that was kept.',
  title: titleIntegration,
})
