import { defineCheck } from './check.ts'
import { change } from './words.ts'

export const compatibilityChanged = defineCheck({
  id: 'compatibility-changed',
  on: 'api-changed',
  level: 'risky',
  area: 'api',
  finds: 'The API behaves as another gateway.',
  applies: ({ field }) => field === 'compatibility',
  message: (delta) => `The compatibility is ${change(delta)}. Errors, headers and events look different.`,
  title: () => 'Change the compatibility of the API',
})
