import { defineLastCheck } from './check.ts'

export const apiKeyDropped = defineLastCheck({
  id: 'api-key-dropped',
  on: 'api-key-required',
  level: 'risky',
  area: 'security',
  finds: 'No API key is required any more.',
  message: () => 'No API key is required any more, and no usage plan limits callers.',
  title: ({ subject }) => `Stop requiring an API key in ${subject}`,
})
