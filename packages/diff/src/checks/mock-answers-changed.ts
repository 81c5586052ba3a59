import { defineCheck } from './check.ts'
import { titleIntegration } from './service-words.ts'

export const mockAnswersChanged = defineCheck({
  id: 'mock-answers-changed',
  on: 'integration-changed',
  level: 'risky',
  area: 'behaviour',
  finds: 'A mock answers from examples, or from templates.',
  applies: ({ field }) => field === 'fromExamples',
  message: ({ to }) =>
    to === true ? 'The mock answers from examples and schemas now.' : 'The mock answers from templates now.',
  title: titleIntegration,
})
