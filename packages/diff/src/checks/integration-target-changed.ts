import { defineCheck } from './check.ts'
import { titleIntegration } from './service-words.ts'
import { textOr } from './words.ts'

export const integrationTargetChanged = defineCheck({
  id: 'integration-target-changed',
  on: 'integration-changed',
  level: 'risky',
  area: 'behaviour',
  finds: 'Requests go elsewhere.',
  applies: ({ field }) => field === 'target',
  message: ({ from, to }) =>
    to === undefined
      ? `Requests do not go to ${textOr(from, 'a backend')} any more.`
      : `Requests go to ${textOr(to, 'a backend')} now, it was ${textOr(from, 'nowhere')}.`,
  title: titleIntegration,
})
