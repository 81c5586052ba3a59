import { defineCheck } from './check.ts'
import { upperFirst } from './words.ts'

export const integrationConnected = defineCheck({
  id: 'integration-connected',
  on: 'integration-switched',
  level: 'safe',
  area: 'behaviour',
  finds: 'Something answers an operation that nothing answered.',
  applies: ({ from }) => from === undefined,
  message: ({ to, subject }) => `${upperFirst(subject)} is answered by ${to} now.`,
  title: ({ to, subject }) => `Point ${subject} at ${to}`,
})
