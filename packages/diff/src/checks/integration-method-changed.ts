import { defineCheck } from './check.ts'
import { titleIntegration } from './service-words.ts'
import { textOr } from './words.ts'

export const integrationMethodChanged = defineCheck({
  id: 'integration-method-changed',
  on: 'integration-changed',
  level: 'risky',
  area: 'behaviour',
  finds: 'The backend is called with another method.',
  applies: ({ field }) => field === 'httpMethod',
  message: ({ from, to }) =>
    `The backend is called with ${textOr(to, 'the method of the request')}, it was ${textOr(from, 'the method of the request')}.`,
  title: titleIntegration,
})
