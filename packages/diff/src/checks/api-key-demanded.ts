import { defineCheck } from './check.ts'

export const apiKeyDemanded = defineCheck({
  id: 'api-key-demanded',
  on: 'api-key-required',
  level: 'breaking',
  area: 'security',
  finds: 'An API key is required.',
  applies: ({ required }) => required,
  message: () => 'An API key is required now: calls without one are refused.',
  title: ({ subject }) => `Require an API key in ${subject}`,
})
