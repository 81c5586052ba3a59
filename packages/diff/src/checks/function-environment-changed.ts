import { defineCheck } from './check.ts'
import { titleFunction } from './service-words.ts'

export const functionEnvironmentChanged = defineCheck({
  id: 'function-environment-changed',
  on: 'function-changed',
  level: 'risky',
  area: 'behaviour',
  finds: 'A function has other environment variables.',
  applies: ({ field }) => field === 'environment',
  message: ({ name }) => `The function ${name} has other environment variables.`,
  title: titleFunction,
})
