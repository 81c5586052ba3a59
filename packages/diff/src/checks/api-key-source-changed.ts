import { defineCheck } from './check.ts'
import { change } from './words.ts'

export const apiKeySourceChanged = defineCheck({
  id: 'api-key-source-changed',
  on: 'api-changed',
  level: 'breaking',
  area: 'security',
  finds: 'API keys are read from elsewhere.',
  applies: ({ field }) => field === 'apiKeySource',
  message: (delta) => `The API key source is ${change(delta)}. Callers must send their keys elsewhere.`,
  title: () => 'Change the API key source of the API',
})
